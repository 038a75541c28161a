# SPDX-License-Identifier: GPL-3.0-or-later
# latchkey_translations(<target>)
#
# Compiles translations/*.ts and puts them into the target under :/i18n. translations/update brings the .ts files up to date
# with the sources.
find_program(LATCHKEY_LRELEASE NAMES lrelease lrelease-qt6 HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}" /usr/lib/qt6/bin)

function(latchkey_translations target)
  if(NOT LATCHKEY_LRELEASE)
    message(FATAL_ERROR "lrelease is missing (Debian: qt6-l10n-tools): the windows would speak English only")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/*.ts")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/i18n")
  file(MAKE_DIRECTORY "${folder}")
  set(compiled)
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_custom_command(OUTPUT "${folder}/${name}.qm"
      COMMAND "${LATCHKEY_LRELEASE}" -silent "${source}" -qm "${folder}/${name}.qm"
      DEPENDS "${source}" VERBATIM)
    list(APPEND compiled "${folder}/${name}.qm")
  endforeach()
  qt_add_resources(${target} translations PREFIX "/i18n" BASE "${folder}" FILES ${compiled})
endfunction()
