# SPDX-License-Identifier: GPL-3.0-or-later
# add_layer(<name> SOURCES <file>... [USES <layer>...] [PRIVATE_USES <layer or library>...])
#
# A layer is one folder, one static target, one namespace and one include prefix. Its include root is a link in the build
# tree that shows nothing but the layer itself, so an arrow that is not declared does not compile. A layer stands in USES only
# when its types stand in public headers; third parties and Qt modules beyond Core are PRIVATE_USES. A name without "::" is
# another layer.
function(add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;USES;PRIVATE_USES")
  set(root "${CMAKE_BINARY_DIR}/layers/${name}")
  file(MAKE_DIRECTORY "${root}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC RESULT linked)
  if(NOT linked EQUAL 0)
    # Windows without developer mode: one shared root; the architecture check on Linux is then the judge.
    set(root "${CMAKE_SOURCE_DIR}/src")
  endif()

  add_library(${name} STATIC ${ARG_SOURCES})
  add_library(latchkey::${name} ALIAS ${name})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME "latchkey_${name}")
  target_include_directories(${name} PUBLIC "$<BUILD_INTERFACE:${root}>")
  target_link_libraries(${name} PUBLIC Qt6::Core PRIVATE latchkey::options)
  foreach(use IN LISTS ARG_USES)
    target_link_libraries(${name} PUBLIC latchkey::${use})
  endforeach()
  foreach(use IN LISTS ARG_PRIVATE_USES)
    if(use MATCHES "::" OR NOT TARGET ${use})
      target_link_libraries(${name} PRIVATE ${use})
    else()
      target_link_libraries(${name} PRIVATE latchkey::${use})
    endif()
  endforeach()
  latchkey_precompile(${name})
endfunction()

# Gives a target the project's one precompiled header. It hangs on a target of its own: a layer's private definitions (Boost's,
# say) would make GCC refuse it everywhere else.
function(latchkey_precompile target)
  if(NOT LATCHKEY_PCH)
    return()
  endif()
  if(NOT TARGET precompiled)
    set(source "${CMAKE_BINARY_DIR}/precompiled.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Only here to carry the precompiled header.\n")
    add_library(precompiled OBJECT "${source}")
    set_target_properties(precompiled PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(precompiled PRIVATE Qt6::Core latchkey::options)
    target_precompile_headers(precompiled PRIVATE
      <QByteArray> <QFuture> <QList> <QMap> <QObject> <QString> <QStringList> <QUuid>
      <array> <cstdint> <expected> <functional> <map> <memory> <optional> <span> <string> <utility> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM precompiled)
endfunction()
