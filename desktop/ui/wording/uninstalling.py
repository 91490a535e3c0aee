"""What is said before the program is taken off a machine."""

from __future__ import annotations

from desktop.ui.wording import Words

UNSENT_EVENTS = Words(
    "工作站 {folder} 还有 {count} 条业务没有上传到中心。卸载不会删除数据，但卸载后不会再自动上传："
    "请先打开程序同步，或导出 U 盘数据包",
    "{count} events of the station in {folder} are not at the centre yet. Uninstalling deletes no "
    "data, but nothing would send them: open the program and let it exchange first, or write a "
    "packet to a stick",
)
UNSENT_SOME = Words(
    "工作站 {folder} 可能还有业务没有上传到中心（上次没有正常退出）。卸载不会删除数据，"
    "但卸载后不会再自动上传：请先打开程序同步，再正常退出",
    "Events of the station in {folder} may not be at the centre yet (the program did not end "
    "properly). Uninstalling deletes no data, but nothing would send them: open the program, let "
    "it exchange, and close it",
)
STILL_RUNNING = Words(
    "参保台正在运行，没有改动任何文件。请在这台电脑的所有用户里退出参保台，然后重试",
    "Canbao Desk is running; nothing was changed. Close it in every user's session on this "
    "computer, then try again",
)
