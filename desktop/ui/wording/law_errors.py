"""What the program says when a law pack is refused: which file, which line, and what to do."""

from __future__ import annotations

from desktop.ui.wording import Words

_ASK = "请向发布方索取完好的文件"
_ASK_EN = "ask whoever published it for a sound file"

LAW_ERRORS: dict[str, Words] = {
    "LAW_UNSIGNED": Words(
        f"政策文件 {{file}} 没有签名，不予采用；{_ASK}",
        f"The law file {{file}} is unsigned and is not used; {_ASK_EN}",
    ),
    "LAW_SIGNATURE": Words(
        f"政策文件 {{file}} 与它的签名不符（可能被改动过），不予采用；{_ASK}",
        f"The law file {{file}} does not match its signature and is not used; {_ASK_EN}",
    ),
    "LAW_KEY_UNKNOWN": Words(
        "政策文件 {file} 由本程序不认可的密钥 {key} 签名，不予采用",
        "The law file {file} is signed with the key {key}, which is not trusted here",
    ),
    "LAW_KEYS_UNREADABLE": Words(
        "可信密钥文件 {file} 第 {line} 行无法读取，请重新安装程序",
        "Line {line} of the trusted keys {file} cannot be read; install the program again",
    ),
    "LAW_PACK_FORM": Words(
        f"{{file}} 不是政策包文件；{_ASK}", f"{{file}} is not a law pack; {_ASK_EN}"
    ),
    "LAW_PACK_TOO_LARGE": Words(
        f"{{file}} 太大，不是政策包文件；{_ASK}",
        f"{{file}} is too large to be a law pack; {_ASK_EN}",
    ),
    "LAW_OLDER": Words(
        "{file} 是第 {version} 版，本机已有第 {held} 版；不用旧版替换新版",
        "{file} is version {version}; version {held} is held already and is not replaced by it",
    ),
    "LAW_SAME_VERSION": Words(
        "{file} 与本机已有的第 {held} 版版本号相同而内容不同，不予采用",
        "{file} has the number of the held version {held} but says something else; not used",
    ),
    "LAW_YEAR_WITHOUT_VALUES": Words(
        "{file}：{year} 年度没有公布的个人缴费标准；不沿用上一年的",
        "{file}: no personal standard is published for {year}; last year's is not carried on",
    ),
    "LAW_CASE_FAILED": Words(
        "{file} 第 {line} 行的算例 {case} 不符：{field} 应为 {expected}，"
        "按此政策包得 {got}；政策包不予采用",
        "{file}, line {line}: case {case} does not come out: {field} should be {expected}, "
        "the pack gives {got}; the pack is not used",
    ),
    "LAW_CASES_UNREADABLE": Words(
        "{file} 第 {line} 行的算例无法读取，政策包不予采用",
        "{file}, line {line}: its worked cases cannot be read; the pack is not used",
    ),
    "LAW_INCOMPLETE": Words(
        "{file}：它和它的上级文件都没有规定核定所需的内容，不予采用",
        "{file}: neither it nor a document above it says all that a price needs; not used",
    ),
    "LAW_OVERLAP": Words(
        "{file} 第 {line} 行与另一条同日有效，不能并存",
        "{file}, line {line}: two values hold on the same days",
    ),
    "LAW_KEY_FORM": Words("{file} 不是签名密钥文件", "{file} is not a signing key"),
    "LAW_KEY_MISSING": Words(
        "没有签名密钥：用 --key 指明，或用 --new-key 新建",
        "No signing key: name one with --key or make one with --new-key",
    ),
    "LAW_KEY_PLACE": Words(
        "新密钥不能写到 {file}：文件已存在，或位于程序文件夹内",
        "A new key cannot go to {file}: it exists, or lies inside the program's folder",
    ),
    "LAW_SIGN_NEEDS_OUT": Words(
        "重新签名政策包文件须用 --out 指明另一文件夹",
        "To sign a pack file anew, name another folder with --out",
    ),
    "LAW_NOT_COMPARABLE": Words(
        "两份文件不是同一地区的政策包，无法比较",
        "The two files are not packs of the same division; they cannot be compared",
    ),
    "LAW_HASH_UNKNOWN": Words(
        "本机没有收录哈希为 {hash} 的政策", "No law known at this station has the hash {hash}"
    ),
    "LAW_DIVISION": Words(
        "{division} {year} 年度没有收录的政策包", "No law pack covers {division} in {year}"
    ),
}
"""The other codes of `desktop.policy.parse` tell a pack's author what to change, in `LAW_FILE`."""

LAW_FILE = Words(
    "政策文件 {file} 第 {line} 行有误，不予采用（{code}）",
    "Line {line} of the law file {file} is wrong; it is not used ({code})",
)
"""For every other mistake in a law file: its author reads the particulars beside it."""
