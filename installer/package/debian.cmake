# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages: `cpack -G DEB` in a Release tree makes latchkey and, with widgets, latchkey-desktop.

set(revision 1)
set(version "${PROJECT_VERSION}-${revision}")
# Both fields of Debian's formats want an address. The project has none: .invalid is the domain that never resolves (RFC 2606).
set(LATCHKEY_MAINTAINER "Latchkey contributors <contributors@latchkey.invalid>")

# ---- what Debian's policy wants in every package ------------------------------------------------------------------------------
execute_process(COMMAND date -u -R -d "${LATCHKEY_PACKAGE_DAY}" OUTPUT_VARIABLE LATCHKEY_PACKAGE_TIME
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(LATCHKEY_PACKAGE_VERSION "${version}")
configure_file(package/changelog.in changelog.Debian @ONLY)
# The text of the licence of the icons stands in one place; a copyright file indents it and marks its empty lines.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/icons/LICENSE.tabler")
file(READ "${CMAKE_SOURCE_DIR}/resources/icons/LICENSE.tabler" text)
string(REGEX REPLACE "^MIT License\n\nCopyright[^\n]*\n\n" "" text "${text}")
string(STRIP "${text}" text)
string(REPLACE "\n\n" "\n.\n" text "${text}")
string(REPLACE "\n" "\n " LATCHKEY_MIT_TEXT " ${text}")
configure_file(package/copyright.in copyright @ONLY)

set(packages cli)
if(LATCHKEY_WIDGETS)
  list(APPEND packages desktop)
endif()
set(name_of_cli latchkey)
set(name_of_desktop latchkey-desktop)
foreach(package IN LISTS packages)
  set(folder "${CMAKE_INSTALL_DATADIR}/doc/${name_of_${package}}")
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/copyright" DESTINATION "${folder}" COMPONENT ${package}-debian)
  latchkey_install_gzipped("${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian" DESTINATION "${folder}" COMPONENT ${package}-debian)
  latchkey_install_gzipped("${CMAKE_SOURCE_DIR}/CHANGELOG.md" NAME changelog DESTINATION "${folder}"
    COMPONENT ${package}-debian)
endforeach()

# ---- the packages -------------------------------------------------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME latchkey)
set(CPACK_PACKAGE_VENDOR "Latchkey contributors")
set(CPACK_PACKAGE_CONTACT "${LATCHKEY_MAINTAINER}")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
# Empty, or it would stand above the description of each package.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# As dh_strip does; CPack's own stripping leaves the compilers' names in.
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/strip.cmake")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL)
foreach(package IN LISTS packages)
  foreach(component IN ITEMS ${package} ${package}-debian)
    list(APPEND CPACK_COMPONENTS_ALL ${component})
    string(TOUPPER "${component}" upper)
    set(CPACK_COMPONENT_${upper}_GROUP all_of_${package})
  endforeach()
endforeach()

set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${LATCHKEY_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_ALL_OF_CLI_PACKAGE_NAME ${name_of_cli})
set(CPACK_DEBIAN_ALL_OF_DESKTOP_PACKAGE_NAME ${name_of_desktop})

# Loaded while running, so dpkg-shlibdeps does not see them: the driver of the vault's file, the way to the keyring, and the
# certificates that an exchange's are held against.
set(CPACK_DEBIAN_ALL_OF_CLI_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_ALL_OF_CLI_PACKAGE_SUGGESTS "latchkey-desktop, gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_ALL_OF_CLI_DESCRIPTION "keeper of a trader's API keys (command line)
Latchkey keeps exchange keys and settings of language model providers,
encrypted with AES-256-GCM in one file. It asks the exchange, with a real
signed request, whether a key works and what it may do. Programs get keys, or
better only signatures, from the unlocked vault, and every release is logged.

This package has the command line, which needs no display.")
# The window and the command line share the vault's format and talk over a private protocol: one version, both.
set(CPACK_DEBIAN_ALL_OF_DESKTOP_PACKAGE_DEPENDS "latchkey (= ${version}), libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_ALL_OF_DESKTOP_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
set(CPACK_DEBIAN_ALL_OF_DESKTOP_DESCRIPTION "keeper of a trader's API keys (window and tray)
Latchkey keeps exchange keys and settings of language model providers,
encrypted with AES-256-GCM in one file. It asks the exchange, with a real
signed request, whether a key works and what it may do. Programs get keys, or
better only signatures, from the unlocked vault, and every release is logged.

This package has the window and the tray icon.")
include(CPack)
