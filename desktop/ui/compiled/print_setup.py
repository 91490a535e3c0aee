# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'print_setup.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QLabel,
    QPushButton, QSizePolicy, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
class Ui_PrintSetupForm(object):
    def setupUi(self, PrintSetupForm):
        if not PrintSetupForm.objectName():
            PrintSetupForm.setObjectName(u"PrintSetupForm")
        PrintSetupForm.setProperty(u"helpTopic", u"printing")
        PrintSetupForm.setProperty(u"look", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(PrintSetupForm.sizePolicy().hasHeightForWidth())
        PrintSetupForm.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(PrintSetupForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 12, 16, 16)
        self.title = QLabel(PrintSetupForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"heading")

        self.box.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.label_receipt_paper = QLabel(PrintSetupForm)
        self.label_receipt_paper.setObjectName(u"label_receipt_paper")

        self.grid.addWidget(self.label_receipt_paper, 0, 0, 1, 1)

        self.receipt_paper = CodeField(PrintSetupForm)
        self.receipt_paper.setObjectName(u"receipt_paper")
        self.receipt_paper.setProperty(u"helpTopic", u"printing#papers")

        self.grid.addWidget(self.receipt_paper, 0, 1, 1, 1)

        self.hint_receipt_paper = QLabel(PrintSetupForm)
        self.hint_receipt_paper.setObjectName(u"hint_receipt_paper")
        self.hint_receipt_paper.setWordWrap(True)
        self.hint_receipt_paper.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_receipt_paper, 0, 2, 1, 1)

        self.label_paper = QLabel(PrintSetupForm)
        self.label_paper.setObjectName(u"label_paper")

        self.grid.addWidget(self.label_paper, 1, 0, 1, 1)

        self.paper = CodeField(PrintSetupForm)
        self.paper.setObjectName(u"paper")
        self.paper.setProperty(u"helpTopic", u"printing#papers")

        self.grid.addWidget(self.paper, 1, 1, 1, 1)

        self.hint_paper = QLabel(PrintSetupForm)
        self.hint_paper.setObjectName(u"hint_paper")
        self.hint_paper.setWordWrap(True)
        self.hint_paper.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_paper, 1, 2, 1, 1)

        self.label_printer = QLabel(PrintSetupForm)
        self.label_printer.setObjectName(u"label_printer")

        self.grid.addWidget(self.label_printer, 2, 0, 1, 1)

        self.printer = CodeField(PrintSetupForm)
        self.printer.setObjectName(u"printer")
        self.printer.setProperty(u"helpTopic", u"printing#printer")

        self.grid.addWidget(self.printer, 2, 1, 1, 1)

        self.hint_printer = QLabel(PrintSetupForm)
        self.hint_printer.setObjectName(u"hint_printer")
        self.hint_printer.setWordWrap(True)
        self.hint_printer.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_printer, 2, 2, 1, 1)

        self.label_dx = QLabel(PrintSetupForm)
        self.label_dx.setObjectName(u"label_dx")

        self.grid.addWidget(self.label_dx, 3, 0, 1, 1)

        self.dx = TextField(PrintSetupForm)
        self.dx.setObjectName(u"dx")
        self.dx.setProperty(u"helpTopic", u"printing#ruler")

        self.grid.addWidget(self.dx, 3, 1, 1, 1)

        self.hint_dx = QLabel(PrintSetupForm)
        self.hint_dx.setObjectName(u"hint_dx")
        self.hint_dx.setWordWrap(True)
        self.hint_dx.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_dx, 3, 2, 1, 1)

        self.label_dy = QLabel(PrintSetupForm)
        self.label_dy.setObjectName(u"label_dy")

        self.grid.addWidget(self.label_dy, 4, 0, 1, 1)

        self.dy = TextField(PrintSetupForm)
        self.dy.setObjectName(u"dy")
        self.dy.setProperty(u"helpTopic", u"printing#ruler")

        self.grid.addWidget(self.dy, 4, 1, 1, 1)

        self.hint_dy = QLabel(PrintSetupForm)
        self.hint_dy.setObjectName(u"hint_dy")
        self.hint_dy.setWordWrap(True)
        self.hint_dy.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_dy, 4, 2, 1, 1)

        self.label_scale = QLabel(PrintSetupForm)
        self.label_scale.setObjectName(u"label_scale")

        self.grid.addWidget(self.label_scale, 5, 0, 1, 1)

        self.scale = TextField(PrintSetupForm)
        self.scale.setObjectName(u"scale")
        self.scale.setProperty(u"helpTopic", u"printing#ruler")

        self.grid.addWidget(self.scale, 5, 1, 1, 1)

        self.hint_scale = QLabel(PrintSetupForm)
        self.hint_scale.setObjectName(u"hint_scale")
        self.hint_scale.setWordWrap(True)
        self.hint_scale.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_scale, 5, 2, 1, 1)

        self.label_copies = QLabel(PrintSetupForm)
        self.label_copies.setObjectName(u"label_copies")

        self.grid.addWidget(self.label_copies, 6, 0, 1, 1)

        self.copies = TextField(PrintSetupForm)
        self.copies.setObjectName(u"copies")
        self.copies.setProperty(u"helpTopic", u"printing#printer")

        self.grid.addWidget(self.copies, 6, 1, 1, 1)

        self.hint_copies = QLabel(PrintSetupForm)
        self.hint_copies.setObjectName(u"hint_copies")
        self.hint_copies.setWordWrap(True)
        self.hint_copies.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_copies, 6, 2, 1, 1)

        self.ruler = QPushButton(PrintSetupForm)
        self.ruler.setObjectName(u"ruler")
        self.ruler.setProperty(u"helpTopic", u"printing#ruler")
        self.ruler.setAutoDefault(False)

        self.grid.addWidget(self.ruler, 7, 1, 1, 1)

        self.hint_ruler = QLabel(PrintSetupForm)
        self.hint_ruler.setObjectName(u"hint_ruler")
        self.hint_ruler.setWordWrap(True)
        self.hint_ruler.setProperty(u"look", u"hint")

        self.grid.addWidget(self.hint_ruler, 7, 2, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 2)

        self.box.addLayout(self.grid)

        self.message = MessageLine(PrintSetupForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

#if QT_CONFIG(shortcut)
        self.label_receipt_paper.setBuddy(self.receipt_paper)
        self.label_paper.setBuddy(self.paper)
        self.label_printer.setBuddy(self.printer)
        self.label_dx.setBuddy(self.dx)
        self.label_dy.setBuddy(self.dy)
        self.label_scale.setBuddy(self.scale)
        self.label_copies.setBuddy(self.copies)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrintSetupForm)
    # setupUi

    def retranslateUi(self, PrintSetupForm):
        self.title.setText(QCoreApplication.translate("PrintSetupForm", u"\u6253\u5370\u8bbe\u7f6e", None))
        self.label_receipt_paper.setText(QCoreApplication.translate("PrintSetupForm", u"\u6536\u636e\u7528\u7eb8(&P)", None))
#if QT_CONFIG(accessibility)
        self.receipt_paper.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u6536\u636e\u7528\u7eb8", None))
#endif // QT_CONFIG(accessibility)
        self.hint_receipt_paper.setText(QCoreApplication.translate("PrintSetupForm", u"\u6536\u6b3e\u540e\u6536\u636e\u6253\u5728\u8fd9\u79cd\u7eb8\u4e0a", None))
        self.label_paper.setText(QCoreApplication.translate("PrintSetupForm", u"\u7eb8\u5f20(&W)", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u8981\u8bbe\u7f6e\u7684\u7eb8\u5f20", None))
#endif // QT_CONFIG(accessibility)
        self.hint_paper.setText(QCoreApplication.translate("PrintSetupForm", u"\u4ee5\u4e0b\u5404\u9879\u53ea\u5bf9\u8fd9\u79cd\u7eb8\u6709\u6548", None))
        self.label_printer.setText(QCoreApplication.translate("PrintSetupForm", u"\u6253\u5370\u673a(&M)", None))
#if QT_CONFIG(accessibility)
        self.printer.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u6253\u5370\u673a", None))
#endif // QT_CONFIG(accessibility)
        self.hint_printer.setText(QCoreApplication.translate("PrintSetupForm", u"\u6bcf\u79cd\u7eb8\u53ef\u4ee5\u7528\u4e0d\u540c\u7684\u6253\u5370\u673a", None))
        self.label_dx.setText(QCoreApplication.translate("PrintSetupForm", u"\u53f3\u79fb(&X)", None))
#if QT_CONFIG(accessibility)
        self.dx.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u53f3\u79fb", None))
#endif // QT_CONFIG(accessibility)
        self.hint_dx.setText(QCoreApplication.translate("PrintSetupForm", u"\u6beb\u7c73\uff0c\u5230 0.1\uff1b\u5411\u5de6\u586b\u8d1f\u6570", None))
        self.label_dy.setText(QCoreApplication.translate("PrintSetupForm", u"\u4e0b\u79fb(&J)", None))
#if QT_CONFIG(accessibility)
        self.dy.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u4e0b\u79fb", None))
#endif // QT_CONFIG(accessibility)
        self.hint_dy.setText(QCoreApplication.translate("PrintSetupForm", u"\u6beb\u7c73\uff0c\u5230 0.1\uff1b\u5411\u4e0a\u586b\u8d1f\u6570", None))
        self.label_scale.setText(QCoreApplication.translate("PrintSetupForm", u"\u6bd4\u4f8b(&S)", None))
#if QT_CONFIG(accessibility)
        self.scale.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u6bd4\u4f8b", None))
#endif // QT_CONFIG(accessibility)
        self.hint_scale.setText(QCoreApplication.translate("PrintSetupForm", u"\u5343\u5206\u4e4b\u51e0\uff0c1000 \u4e3a\u539f\u5927", None))
        self.label_copies.setText(QCoreApplication.translate("PrintSetupForm", u"\u4efd\u6570(&C)", None))
#if QT_CONFIG(accessibility)
        self.copies.setAccessibleName(QCoreApplication.translate("PrintSetupForm", u"\u4efd\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.hint_copies.setText(QCoreApplication.translate("PrintSetupForm", u"\u6bcf\u6b21\u6253\u5370\u51e0\u4efd\uff0c1 \u5230 5", None))
        self.ruler.setText(QCoreApplication.translate("PrintSetupForm", u"\u6253\u5370\u6821\u51c6\u9875(&U)", None))
        self.hint_ruler.setText(QCoreApplication.translate("PrintSetupForm", u"\u6253\u51fa\u5e26\u523b\u5ea6\u7684\u4e00\u9875\uff0c\u91cf\u51fa\u504f\u5dee\uff0c\u586b\u5230\u201c\u53f3\u79fb\u201d\u201c\u4e0b\u79fb\u201d", None))
        pass
    # retranslateUi
