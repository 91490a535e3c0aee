; The setup program of a Windows bundle, for installing by hand. Made by setup_exe.py, which defines
; VERSION, TREE (the bundle), OUT, ICON and, to try things, FAST.
;
;   canbao-desk-…-setup.exe /S [/CENTRE_URL=…] [/DIVISION=…] [/STATION_CODE=…] [/CA_FILE=…]
;                              [/UPDATE_MODE=…] [/D=C:\folder]      (/D last, unquoted)
;   A value with blanks stands in quotes: /CA_FILE="C:\our files\ca.pem"
;   uninstall.exe /S [/UNSENT=refuse|warn|ignore] [_?=C:\folder]   (_? last, unquoted)
;
; Ends with 0, or 3 and the old version untouched: it runs, a newer one is there, no room. The
; uninstaller goes on from a copy of itself and ends with 0 at once, unless _? says where it lies.
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define KEY "Software\CanbaoDesk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CanbaoDesk"
!define REFUSED 3

Name "参保台"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Canbao Desk"
RequestExecutionLevel admin
Icon "${ICON}"
UninstallIcon "${ICON}"
ManifestDPIAware true
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "参保台"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "参保台 Canbao Desk"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\SimpChinese.nlf"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Var Given

!macro Refuse TEXT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${REFUSED}
  Quit
!macroend

; Windows lets nobody write into a program that runs. The program itself is not asked: a damaged one
; would hold a silent installation up with a box nobody sees.
!macro RefuseIfRuns PROGRAM
  ${If} ${FileExists} "${PROGRAM}"
    ClearErrors
    FileOpen $2 "${PROGRAM}" a
    ${If} ${Errors}
      !insertmacro Refuse "参保台正在运行，没有改动任何文件。请在所有用户里退出后重试。 Canbao Desk is running: close it, then try again."
    ${EndIf}
    FileClose $2
  ${EndIf}
!macroend

; An option of the command line becomes a value that the program reads; without it the old one stays.
; A blank parts options, not the slash that addresses are full of; what begins with a slash after an
; option without a value is the next option.
!macro Keep OPTION VALUE
  ClearErrors
  ${GetOptions} " $Given" " /${OPTION}=" $0
  ${IfNot} ${Errors}
    StrCpy $1 $0 1
    ${If} $1 == "/"
      StrCpy $0 ""
    ${EndIf}
    WriteRegStr HKLM "${KEY}" "${VALUE}" $0
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  SetShellVarContext all
  ${GetParameters} $Given
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ReadRegStr $1 HKLM "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
  ${AndIf} $1 == ""
    !insertmacro Refuse "参保台已由 MSI 安装包安装，请用新的 MSI 安装包升级。没有改动任何文件。 Installed from an MSI: upgrade with the MSI."
  ${EndIf}
  ${If} $1 != ""
    StrCpy $INSTDIR $0
    ${VersionCompare} $1 "${VERSION}" $2
    ${If} $2 == 1
      !insertmacro Refuse "已有较新的 $1 版参保台，没有改动任何文件。如确需换回旧版，请先卸载（数据会保留）。 Version $1 is newer; nothing was changed."
    ${EndIf}
    !insertmacro RefuseIfRuns "$INSTDIR\canbao-desk.exe"
    !insertmacro RefuseIfRuns "$INSTDIR\canbao.exe"
  ${EndIf}
FunctionEnd

; A file that cannot be written ends the installation: the old version has not been touched yet.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
  SetErrorLevel ${REFUSED}
FunctionEnd

Section
  ; First beside the old files: if the disk is full or the package is damaged, the old ones stand.
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  ClearErrors
  File /r "${TREE}/*.*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR.new"
    !insertmacro Refuse "无法写入 $INSTDIR（磁盘已满或没有权限），原版本未改动。 Cannot write: disk full or no rights; the old version stands."
  ${EndIf}
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\canbao.exe"
  Delete "$INSTDIR\canbao.pkg"
  Delete "$INSTDIR\canbao-desk.exe"
  Delete "$INSTDIR\canbao-desk.pkg"
  CreateDirectory "$INSTDIR"
  Rename "$INSTDIR.new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR.new\canbao.exe" "$INSTDIR\canbao.exe"
  Rename "$INSTDIR.new\canbao.pkg" "$INSTDIR\canbao.pkg"
  Rename "$INSTDIR.new\canbao-desk.exe" "$INSTDIR\canbao-desk.exe"
  Rename "$INSTDIR.new\canbao-desk.pkg" "$INSTDIR\canbao-desk.pkg"
  RMDir "$INSTDIR.new"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\参保台.lnk" "$INSTDIR\canbao-desk.exe"
  WriteRegStr HKLM "${KEY}" "InstallDir" "$INSTDIR"
  !insertmacro Keep CENTRE_URL CentreUrl
  !insertmacro Keep DIVISION Division
  !insertmacro Keep STATION_CODE StationCode
  !insertmacro Keep CA_FILE CaFile
  !insertmacro Keep UPDATE_MODE UpdateMode
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "参保台"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\canbao-desk.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Canbao Desk"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  ${GetParameters} $Given
  !insertmacro RefuseIfRuns "$INSTDIR\canbao-desk.exe"
  !insertmacro RefuseIfRuns "$INSTDIR\canbao.exe"
  ClearErrors
  ${GetOptions} $Given "/UNSENT=" $0
  ; What may stand behind it on the command line is not part of the word.
  StrCpy $2 $0 4
  StrCpy $0 $0 6
  ${If} $0 != "ignore"
    ExecWait '"$INSTDIR\canbao-desk.exe" --uninstall-check' $1
    ${If} $1 == 3
      ${If} $2 == "warn"
        MessageBox MB_OK|MB_ICONEXCLAMATION "还有业务没有上传到中心；数据会保留。 Events are not at the centre yet; the data is kept." /SD IDOK
      ${Else}
        !insertmacro Refuse "还有业务没有上传到中心，没有卸载。请先打开参保台同步；或用 /UNSENT=ignore 卸载（数据会保留）。 Events are not at the centre yet: let it exchange first."
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

Section Uninstall
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\canbao.exe"
  Delete "$INSTDIR\canbao.pkg"
  Delete "$INSTDIR\canbao-desk.exe"
  Delete "$INSTDIR\canbao-desk.pkg"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\参保台.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
