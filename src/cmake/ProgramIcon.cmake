# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# latchkey_program_icon(<executable>)
#
# Draws resources/icons/latchkey.svg in every size that desktops and windows ask for, puts the pictures into the executable as
# :/icons/latchkey-<size>.png (Qt Svg is not among what the program needs) and installs them for menus, the SVG too.
function(latchkey_program_icon target)
  find_program(LATCHKEY_RSVG_CONVERT rsvg-convert REQUIRED)
  set(drawing "${CMAKE_SOURCE_DIR}/resources/icons/latchkey.svg")
  set(theme "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
  set(pictures)
  foreach(size IN ITEMS 16 22 24 32 48 64 128 256)
    set(picture "${CMAKE_BINARY_DIR}/icons/latchkey-${size}.png")
    add_custom_command(OUTPUT "${picture}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/icons"
      COMMAND "${LATCHKEY_RSVG_CONVERT}" --width ${size} --height ${size} --output "${picture}" "${drawing}"
      DEPENDS "${drawing}" VERBATIM)
    install(FILES "${picture}" DESTINATION "${theme}/${size}x${size}/apps" RENAME latchkey.png COMPONENT desktop)
    list(APPEND pictures "${picture}")
  endforeach()
  install(FILES "${drawing}" DESTINATION "${theme}/scalable/apps" COMPONENT desktop)
  qt_add_resources(${target} programicon PREFIX "/icons" BASE "${CMAKE_BINARY_DIR}/icons" FILES ${pictures})
endfunction()
