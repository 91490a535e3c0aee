"""What the page 政策与本地参数 says of itself."""

from __future__ import annotations

from desktop.ui.wording import Words

LAW_SCREEN: dict[str, Words] = {
    "law.meta": Words(
        "{place} · {year} 年度 · 待定 {open} 项 · 待批准 {proposed} 项 · {documents}",
        "{place} · {year} · {open} open · {proposed} to approve · {documents}",
    ),
    "law.no_law": Words(
        "没有收录适用于本地区本年度的政策文件", "No law pack covers this place in this year"
    ),
    "law.column.title": Words("事项", "Subject"),
    "law.column.says": Words("内容", "What it says"),
    "law.column.cited": Words("依据", "Document and article"),
    "law.column.since": Words("起始日", "Since"),
    "law.open": Words("待定：{reason}", "Open: {reason}"),
    "law.open_value": Words("待定：{reason}；由{who}确定", "Open: {reason}; {who} settles it"),
    "law.proposed": Words("待批准：{value}", "To approve: {value}"),
    "law.applies": Words("适用", "Applies"),
    "law.local_cited": Words("本地参数 {document}", "Local value {document}"),
    "law.cited": Words(
        "{cited} · 自 {since} 至 {until} · {by}", "{cited} · since {since} to {until} · {by}"
    ),
    "law.no_end": Words("未定期限", "no end"),
    "law.no_history": Words(
        "还没有人提出过本地参数", "Nobody has proposed a local value for this yet"
    ),
    "law.life.proposed": Words(
        "{at} {who} 提出 {value}（{document}，{place}，自 {since} 至 {until}）",
        "{at} {who} proposed {value} ({document}, {place}, since {since} to {until})",
    ),
    "law.delegated": Words(
        "{document}，授权 {delegation}", "{document}, delegated by {delegation}"
    ),
    "law.life.approved": Words("{at} {who} 批准", "{at} {who} approved"),
    "law.life.rejected": Words("{at} {who} 退回：{reason}", "{at} {who} rejected: {reason}"),
    "law.life.replaced": Words("自 {since} 起被替换", "replaced since {since}"),
    "law.state.proposed": Words("待批准", "To approve"),
    "law.state.approved": Words("已批准，未到执行日", "Approved, not yet in force"),
    "law.state.in_force": Words("执行中", "In force"),
    "law.state.replaced": Words("已被替换", "Replaced"),
    "law.state.ended": Words("已到期", "Ended"),
    "law.state.rejected": Words("已退回", "Rejected"),
    "law.role": Words(
        "本地参数由政策管理员或复核员提出、另一人批准；您可以查看和试算",
        "A policy administrator or supervisor proposes, another approves; you may read and try",
    ),
    "law.decide_first": Words(
        "这一项已有人提出，请先批准或退回", "Somebody proposed this; approve or reject it first"
    ),
    "law.settled": Words(
        "文件已经写明，不能再设本地参数", "The documents settle this; there is nothing to set"
    ),
    "law.news": Words("政策更新", "Law from the centre"),
    "law.news.kept": Words(
        "收到县级中心发布的 {document} 第 {version} 版，核对无误，已采用",
        "{document}, version {version}, published by the centre, holds and is in force here",
    ),
    "law.news.replaced": Words(
        "收到县级中心发布的 {document} 第 {version} 版，核对无误，已采用，代替第 {before} 版",
        "{document}, version {version}, published by the centre, replaces version {before}",
    ),
    "law.news.already": Words(
        "县级中心发布的 {document} 第 {version} 版，本机已经采用",
        "{document}, version {version}, published by the centre, was in force here already",
    ),
    "law.news.older": Words(
        "县级中心发布的 {document} 第 {version} 版比本机的旧，仍用本机的",
        "{document}, version {version}, published by the centre, is older than the one held here",
    ),
    "law.news.refused": Words(
        "县级中心发布的 {document} 第 {version} 版不予采用，政策不变：{why}",
        "{document}, version {version}, published by the centre, is not used: {why}",
    ),
    "law.news.now": Words(
        "{news}。未保存的内容都在，价格已按新政策重算",
        "{news}. Nothing entered is lost; prices are worked out anew",
    ),
    "law.benefit": Words("待遇信息：{title}", "Benefits: {title}"),
    "law.benefit_only": Words(
        "待遇信息只供查看，不参与计算，也不设本地参数",
        "Benefits are told for information; they enter no price and take no local value",
    ),
    "law.edit.new": Words("提出本地参数：{title}", "Propose: {title}"),
    "law.edit.replace": Words("提出替换：{title}", "Propose another: {title}"),
    "law.edit.revoke": Words("提出撤销：{title}", "Propose to take back: {title}"),
    "law.revoke_hint": Words(
        "撤销“{value}”：填写撤销文件的文号和日期，由另一人批准",
        "Takes back “{value}”: enter the document and the day; another person approves",
    ),
    "law.revoke": Words("提出撤销", "Propose to take back"),
    "law.edit.reject": Words("退回：{title}", "Reject: {title}"),
    "law.edit.withdraw": Words("收回自己提出的：{title}", "Take back: {title}"),
    "law.floor": Words("不低于 {amount} 元", "At least {amount} yuan"),
    "law.ceiling": Words("不高于标准 {amount} 元", "At most the standard, {amount} yuan"),
    "law.now": Words("现为 {value}", "Now {value}"),
    "law.form.amount": Words("如 120 或 120.00", "Like 120 or 120.00"),
    "law.form.number": Words("填整数", "A whole number"),
    "law.form.day": Words("如 20210901", "Like 20210901"),
    "law.form.days": Words("首日和末日，如 20210922", "First and last day, like 20210922"),
    "law.form.choice": Words("按数字键选择，空格看全部", "A digit chooses, space shows all"),
    "law.done.proposed": Words(
        "已提出（{document}），等另一位复核员或政策管理员批准",
        "Proposed ({document}); another person approves it",
    ),
    "law.done.approved": Words(
        "已批准（{document}）：按起止日执行，试算和登记随即按它计算",
        "Approved ({document}): it holds on its days, and prices follow it at once",
    ),
    "law.done.rejected": Words("已退回（{document}）", "Rejected ({document})"),
    "law.propose": Words("提出本地参数 F4", "Propose a value F4"),
    "law.replace": Words("提出替换 F4", "Propose another F4"),
    "law.reject": Words("退回", "Reject"),
    "law.withdraw": Words("收回", "Take back"),
    "bench.person": Words("试算对象", "This person"),
    "bench.birth_date": Words("出生日期", "date of birth"),
    "bench.circumstance": Words("特殊情形", "circumstance"),
    "bench.circumstance_on": Words("情形日期", "its day"),
    "bench.tier": Words("缴费档次", "tier"),
    "bench.student": Words("大学生", "student"),
    "bench.residence_permit": Words("居住证", "residence permit"),
    "bench.local_hukou": Words("本地户籍", "local hukou"),
    "bench.other_cover": Words("其他医保", "other cover"),
    "bench.yes": Words("是", "Yes"),
    "bench.no": Words("否", "No"),
    "bench.cover.employee/active": Words("职工医保在保", "Employee cover"),
    "bench.cover.employee/waiting": Words("职工医保等待期", "Employee, waiting"),
    "bench.cover.employee/ended": Words("职工医保已停", "Employee, ended"),
    "bench.cover.military/active": Words("参军", "Military"),
    "bench.cover.resident_elsewhere/active": Words("外地居民医保", "Resident elsewhere"),
    "bench.registered_on": Words("登记日", "day of registration"),
    "bench.paid_on": Words("缴费日", "day of payment"),
    "bench.open": Words("待定：{reason}", "Open: {reason}"),
    "bench.first": Words("改一项，看什么跟着变", "Change a fact: what changes is marked"),
    "bench.changed": Words("改“{fact}”后，{count} 项有变化", "{count} changed by “{fact}”"),
    "bench.same": Words("改“{fact}”后，结果不变", "Nothing changed by “{fact}”"),
    "bench.before": Words("原 {value}", "was {value}"),
    "recount.role": Words(
        "多退少补和财政补助测算由政策管理员、复核员或审计员查看",
        "Policy administrators, supervisors and auditors see repricing and the fiscal claim",
    ),
    "recount.first.reprice": Words(
        "政策、本地参数或身份名单变动后，按 F9 逐人重新核算本年度参保：\n"
        "列出应退、应补缴、补落实资助和须由人决定的，由复核员批准。已收的款和收据不改动。",
        "When the law, local values or identities have changed, F9 prices the year anew:\n"
        "who is due money back, owes more, or needs a decision. Money taken is never edited.",
    ),
    "recount.first.fiscal": Words(
        "按 F9 测算：已缴费人数 × 各级人均补助，逐县、逐州市、逐省合计，精确到分。",
        "F9 works it out: persons who paid × each level's subsidy, summed to the fen.",
    ),
    "recount.nothing": Words(
        "核算了 {count} 人，没有需要调整的", "{count} priced anew; nothing changes"
    ),
    "recount.nobody": Words("本年度还没有已缴费的人员", "Nobody has paid in this year yet"),
    "recount.summary": Words(
        "核算 {all} 人 · 应退 {refund_count} 人 {refund_amount} 元 · "
        "补落实资助 {retroactive_count} 人 {retroactive_amount} 元 · "
        "应补缴 {collect_count} 人 {collect_amount} 元 · "
        "须决定 {decide_count} 人 · 未缴费改数 {figures_count} 人",
        "{all} priced · refund {refund_count}: {refund_amount} · retroactive "
        "{retroactive_count}: {retroactive_amount} · collect {collect_count}: {collect_amount} · "
        "to decide {decide_count} · unpaid {figures_count}",
    ),
    "recount.first_rows": Words("（列出前 {count} 人）", " (first {count} listed)"),
    "recount.confirm": Words(
        "批准后记录：应退 {refund_count} 人 {refund_amount} 元，补落实资助 {retroactive_count} 人 "
        "{retroactive_amount} 元，应补缴 {collect_count} 人 {collect_amount} 元；再按一次 F12 确认",
        "Approving records: refund {refund_count}, {refund_amount}; retroactive "
        "{retroactive_count}, {retroactive_amount}; collect {collect_count}, {collect_amount}. "
        "F12 once more",
    ),
    "recount.approved": Words(
        "已批准：改数 {figures} 人，差额 {differences} 人，待决定 {decide} 人，"
        "已变动未记 {changed} 人",
        "Approved: {figures} figures, {differences} differences, {decide} to decide, "
        "{changed} changed meanwhile",
    ),
    "recount.stopped": Words(
        "已停止；停止前记录：改数 {figures} 人，差额 {differences} 人，待决定 {decide} 人，"
        "再批准即续办",
        "Stopped after {figures} figures, {differences} differences, {decide} to decide",
    ),
    "recount.approve": Words("批准本清单 F12", "Approve the list F12"),
    "recount.approve_sure": Words("确认批准 F12", "Yes, approve F12"),
    "recount.number": Words("户号", "Household no."),
    "recount.name": Words("姓名", "Name"),
    "recount.kind": Words("类别", "Outcome"),
    "recount.before": Words("原应缴（元）", "Before"),
    "recount.now": Words("现应缴（元）", "Now"),
    "recount.amount": Words("差额（元）", "Difference"),
    "recount.why": Words("原因", "Why"),
    "recount.kind.refund": Words("应退", "Refund"),
    "recount.kind.collect": Words("应补缴", "Collect"),
    "recount.kind.retroactive": Words("补落实资助", "Retroactive"),
    "recount.kind.decide": Words("须由人决定", "To decide"),
    "recount.kind.figures": Words("未缴费，改数", "Unpaid, figures"),
    "recount.reason.ASSISTANCE_LOST_AFTER_PAYMENT": Words(
        "缴费后失去身份，文件没有规定追缴", "Lost the status after paying; no rule of clawing back"
    ),
    "recount.reason.EARLIER_DIFFERENCE": Words(
        "与先前批准的差额不一致", "Differs from what was approved before"
    ),
    "recount.reason.FIGURES_UNCHECKED": Words(
        "登记的内容无法核算", "What is on record cannot be priced"
    ),
    "recount.reason.RECOGNITION_DAY_UNKNOWN": Words(
        "没有认定日期", "The day of recognition is not on record"
    ),
    "recount.cover": Words("待遇年度 {before} → {now}", "Benefit year {before} → {now}"),
    "recount.place": Words("地区", "Division"),
    "recount.persons": Words("人数", "Persons"),
    "recount.central": Words("中央", "Central"),
    "recount.provincial": Words("省级", "Provincial"),
    "recount.prefecture": Words("州市级", "Prefecture"),
    "recount.county": Words("县级", "County"),
    "recount.total": Words("合计", "Total"),
    "recount.level.county": Words("{name}", "{name}"),
    "recount.level.prefecture": Words("{name} 合计", "{name}, in all"),
    "recount.level.province": Words("{name} 合计", "{name}, in all"),
    "recount.claim": Words(
        "{campaign} 年度已缴费 {count} 人 · {year} 年补助标准 · 单位：元",
        "{count} who paid in {campaign} · subsidy of {year} · yuan",
    ),
    "recount.claim_units": Words(
        " · 没有县级代码的功能区（如开发区）计入户籍登记所在县市",
        " · zones without a county code are counted with the county",
    ),
    "recount.year_form": Words("年度填四位数字，如 2021", "A year is four digits, like 2021"),
    "recount.first.decide": Words(
        "没有等待决定的差额。批准多退少补清单后，文件没有写明如何处理的会列在这里。",
        "Nothing waits. What the texts leave to a person comes here once a list is approved.",
    ),
    "recount.waiting": Words("等待决定 {count} 项", "{count} wait for a decision"),
    "recount.record": Words("记录决定 F12", "Record the decision F12"),
    "recount.decided": Words("已记录：{name}", "On record: {name}"),
    "recount.paid": Words("已缴（元）", "Paid"),
    "recount.standard": Words("现标准（元）", "Standard now"),
    "recount.assistance": Words("现资助（元）", "Assistance now"),
    "recount.outcome.refund": Words("退还", "Refund"),
    "recount.outcome.collect": Words("补缴", "Collect"),
    "recount.outcome.retroactive": Words("补落实资助", "Retroactive assistance"),
    "recount.outcome.none": Words("不予处理", "Nothing is due"),
    "recount.claim_open": Words(" · 待定：{reasons}", " · open: {reasons}"),
}
