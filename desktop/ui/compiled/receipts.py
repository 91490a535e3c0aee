# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'receipts.ui'
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
from desktop.ui.widgets.paper_view import PaperView

class Ui_ReceiptsForm(object):
    def setupUi(self, ReceiptsForm):
        if not ReceiptsForm.objectName():
            ReceiptsForm.setObjectName(u"ReceiptsForm")
        ReceiptsForm.setProperty(u"helpTopic", u"receipts")
        ReceiptsForm.setProperty(u"look", u"page")
        self.page = QVBoxLayout(ReceiptsForm)
        self.page.setSpacing(8)
        self.page.setObjectName(u"page")
        self.page.setContentsMargins(16, 8, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReceiptsForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"title")

        self.head.addWidget(self.title)

        self.meta = ElidedLabel(ReceiptsForm)
        self.meta.setObjectName(u"meta")
        self.meta.setProperty(u"tone", u"quiet")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.meta.sizePolicy().hasHeightForWidth())
        self.meta.setSizePolicy(sizePolicy)

        self.head.addWidget(self.meta)


        self.page.addLayout(self.head)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(16)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.listCard = QFrame(ReceiptsForm)
        self.listCard.setObjectName(u"listCard")
        self.listCard.setProperty(u"look", u"card")
        self.listBox = QVBoxLayout(self.listCard)
        self.listBox.setSpacing(8)
        self.listBox.setObjectName(u"listBox")
        self.listBox.setContentsMargins(16, 16, 16, 16)
        self.receipts = QTableWidget(self.listCard)
        self.receipts.setObjectName(u"receipts")
        self.receipts.setProperty(u"helpTopic", u"receipts#list")
        self.receipts.setShowGrid(False)
        self.receipts.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.receipts.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.receipts.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.listBox.addWidget(self.receipts)

        self.empty = QLabel(self.listCard)
        self.empty.setObjectName(u"empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty(u"look", u"label")

        self.listBox.addWidget(self.empty)


        self.columns.addWidget(self.listCard)

        self.paperCard = QFrame(ReceiptsForm)
        self.paperCard.setObjectName(u"paperCard")
        self.paperCard.setProperty(u"look", u"card")
        self.paperBox = QVBoxLayout(self.paperCard)
        self.paperBox.setSpacing(8)
        self.paperBox.setObjectName(u"paperBox")
        self.paperBox.setContentsMargins(16, 12, 16, 8)
        self.paperHead = QHBoxLayout()
        self.paperHead.setSpacing(12)
        self.paperHead.setObjectName(u"paperHead")
        self.paperHead.setContentsMargins(0, 0, 0, 0)
        self.paperTitle = QLabel(self.paperCard)
        self.paperTitle.setObjectName(u"paperTitle")
        self.paperTitle.setProperty(u"look", u"heading")

        self.paperHead.addWidget(self.paperTitle)

        self.paperNumber = ElidedLabel(self.paperCard)
        self.paperNumber.setObjectName(u"paperNumber")
        self.paperNumber.setProperty(u"tone", u"quiet")
        sizePolicy.setHeightForWidth(self.paperNumber.sizePolicy().hasHeightForWidth())
        self.paperNumber.setSizePolicy(sizePolicy)

        self.paperHead.addWidget(self.paperNumber)


        self.paperBox.addLayout(self.paperHead)

        self.paper = PaperView(self.paperCard)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"look", u"paper")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.paper.sizePolicy().hasHeightForWidth())
        self.paper.setSizePolicy(sizePolicy1)

        self.paperBox.addWidget(self.paper)

        self.message = MessageLine(self.paperCard)
        self.message.setObjectName(u"message")

        self.paperBox.addWidget(self.message)


        self.columns.addWidget(self.paperCard)

        self.columns.setStretch(0, 6)
        self.columns.setStretch(1, 5)

        self.page.addLayout(self.columns)

        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.keys = QLabel(ReceiptsForm)
        self.keys.setObjectName(u"keys")
        self.keys.setProperty(u"look", u"hint")

        self.actions.addWidget(self.keys)

        self.spacer_1 = QSpacerItem(40, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.actions.addItem(self.spacer_1)

        self.reprint = QPushButton(ReceiptsForm)
        self.reprint.setObjectName(u"reprint")
        self.reprint.setProperty(u"helpTopic", u"receipts#reprint")
        self.reprint.setAutoDefault(False)
        self.reprint.setProperty(u"look", u"primary")
        self.reprint.setProperty(u"iconName", u"printer")

        self.actions.addWidget(self.reprint)


        self.page.addLayout(self.actions)

        self.page.setStretch(1, 1)

        self.retranslateUi(ReceiptsForm)
    # setupUi

    def retranslateUi(self, ReceiptsForm):
        self.title.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u8d39\u4e0e\u6536\u636e", None))
#if QT_CONFIG(accessibility)
        self.receipts.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        self.paperTitle.setText(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("ReceiptsForm", u"\u6536\u636e\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
        self.keys.setText(QCoreApplication.translate("ReceiptsForm", u"\u2191\u2193 \u9009\u62e9", None))
        self.reprint.setText(QCoreApplication.translate("ReceiptsForm", u"\u8865\u6253\u6536\u636e", None))
        pass
    # retranslateUi
