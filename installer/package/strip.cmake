# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack when the files of the packages are in place.
find_program(STRIP strip REQUIRED)
file(GLOB_RECURSE programs LIST_DIRECTORIES false
  "${CPACK_TEMPORARY_DIRECTORY}/*/usr/bin/*" "${CPACK_TEMPORARY_DIRECTORY}/*/usr/libexec/*")
if(NOT programs)
  message(FATAL_ERROR "There is no program below ${CPACK_TEMPORARY_DIRECTORY}")
endif()
execute_process(COMMAND "${STRIP}" --strip-unneeded --remove-section=.comment --remove-section=.note ${programs}
  COMMAND_ERROR_IS_FATAL ANY)
