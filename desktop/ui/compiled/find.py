# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'find.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableWidget, QTableWidgetItem, QVBoxLayout,
    QWidget)

from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_FindForm(object):
    def setupUi(self, FindForm):
        if not FindForm.objectName():
            FindForm.setObjectName(u"FindForm")
        FindForm.setProperty(u"helpTopic", u"search")
        FindForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(FindForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(FindForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.meta = ElidedLabel(FindForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)


        self.page.addLayout(self.head)

        self.card = QFrame(FindForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.box = QVBoxLayout(self.card)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 16, 16, 8)
        self.query = TextField(self.card)
        self.query.setObjectName(u"query")
        self.query.setProperty(u"helpTopic", u"search#query")

        self.box.addWidget(self.query)

        self.results = QTableWidget(self.card)
        self.results.setObjectName(u"results")
        self.results.setProperty(u"helpTopic", u"search#results")
        self.results.setShowGrid(False)
        self.results.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.results.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.results.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.results)

        self.empty = QLabel(self.card)
        self.empty.setObjectName(u"empty")
        self.empty.setText(u"")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty(u"look", u"label")

        self.box.addWidget(self.empty)

        self.message = MessageLine(self.card)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)


        self.page.addWidget(self.card)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = QLabel(FindForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")

        self.actions.addWidget(self.keys)

        self.spacer_1 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)

        self.open = QPushButton(FindForm)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"helpTopic", u"search#results")
        self.open.setAutoDefault(False)
        self.open.setProperty(u"look", u"primary")
        self.open.setProperty(u"iconName", u"arrow-right")

        self.actions.addWidget(self.open)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)

        self.retranslateUi(FindForm)
    # setupUi

    def retranslateUi(self, FindForm):
        self.title.setText(QCoreApplication.translate("FindForm", u"\u53c2\u4fdd\u67e5\u8be2", None))
        self.query.setPlaceholderText(QCoreApplication.translate("FindForm", u"\u59d3\u540d / \u62fc\u97f3 / \u8bc1\u4ef6\u53f7 / \u7535\u8bdd / \u6237\u53f7 / \u6751\u540d", None))
#if QT_CONFIG(accessibility)
        self.query.setAccessibleName(QCoreApplication.translate("FindForm", u"\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("FindForm", u"\u67e5\u8be2\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("FindForm", u"\u2193 \u9009\u62e9 \u00b7 Enter \u6253\u5f00\u8be5\u6237", None))
        self.open.setText(QCoreApplication.translate("FindForm", u"\u6253\u5f00\u8be5\u6237 Enter", None))
        pass
    # retranslateUi
