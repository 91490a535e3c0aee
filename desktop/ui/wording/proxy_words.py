"""What is said of proxies."""

from __future__ import annotations

from desktop.ui.wording import Words

PROXY_ERRORS: dict[str, Words] = {
    "PROXY_FORM": Words(
        "代理写作 http://主机:端口，例如 http://10.0.0.8:3128",
        "A proxy is written http://host:port, like http://10.0.0.8:3128",
    ),
    "PROXY_PASSWORD_PLACE": Words(
        "用户名和口令不要写在地址里，请填在下面两栏",
        "User and password do not belong into the address; enter them in their own fields",
    ),
    "PROXY_GIVEN": Words(
        "代理由信息部门统一设置，本机不能修改", "IT set the proxy; it cannot be changed here"
    ),
    "PROXY_KIND": Words(
        "系统设置的代理不能用（只支持 HTTP 代理）。请在“系统设置 → 代理”另填，或者选“不用代理”",
        "The system's proxy cannot be used (HTTP proxies only). Set another under Settings → "
        "Proxy, or none",
    ),
    "PROXY_UNREACHABLE": Words(
        "连不上代理 {proxy}；照常工作，接通后自动上传。请核对地址和端口，或者换一个",
        "The proxy {proxy} cannot be reached. Go on working: it is sent when it can be. Check "
        "its address and port, or choose another",
    ),
    "PROXY_SIGN_IN": Words(
        "代理要用户名和口令，或者它们不对；请在“系统设置 → 代理”填写",
        "The proxy wants a user and a password, or others; enter them under Settings → Proxy",
    ),
    "PROXY_REFUSED": Words(
        "代理没有放行到县中心的连接（{status}），请联系信息部门",
        "The proxy does not let through to the centre ({status}); call IT",
    ),
}

PROXY_SCREEN: dict[str, Words] = {
    "proxy.none": Words("不用代理", "None"),
    "proxy.system": Words("按系统设置", "As the system has it"),
    "proxy.address": Words("用下面的代理", "The one below"),
    "proxy.password_kept": Words("已保存，留空不变", "Kept; leave empty to keep it"),
    "proxy.by_it": Words(
        "由信息部门统一设置，本机不能修改", "Set by IT; it cannot be changed here"
    ),
    "proxy.trying": Words("正在连接县中心……", "Asking the centre …"),
    "proxy.works": Words("连上了县中心", "The centre answered"),
    "proxy.works_saved": Words("已保存，并连上了县中心", "Kept, and the centre answered"),
    "proxy.saved_unregistered": Words(
        "已保存。本站还没有注册，注册到县中心时使用", "Kept; it is used when the station registers"
    ),
    "proxy.saved_not_reached": Words("已保存，但是：{why}", "Kept, but: {why}"),
}
