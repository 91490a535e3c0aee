# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from desktop.ui.help.browser import PageBrowser
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_HelpForm(object):
    def setupUi(self, HelpForm):
        if not HelpForm.objectName():
            HelpForm.setObjectName(u"HelpForm")
        HelpForm.setProperty(u"helpTopic", u"help")
        HelpForm.setProperty(u"look", u"side")
        self.box = QVBoxLayout(HelpForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(12, 10, 12, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.setObjectName(u"head")
        self.title = QLabel(HelpForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"heading")

        self.head.addWidget(self.title)

        self.spacer_1 = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.spacer_1)

        self.back = QPushButton(HelpForm)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)
        self.back.setProperty(u"look", u"quiet")

        self.head.addWidget(self.back)

        self.contents = QPushButton(HelpForm)
        self.contents.setObjectName(u"contents")
        self.contents.setAutoDefault(False)
        self.contents.setProperty(u"look", u"quiet")

        self.head.addWidget(self.contents)

        self.shut = QPushButton(HelpForm)
        self.shut.setObjectName(u"shut")
        self.shut.setAutoDefault(False)
        self.shut.setProperty(u"look", u"quiet")

        self.head.addWidget(self.shut)


        self.box.addLayout(self.head)

        self.query = TextField(HelpForm)
        self.query.setObjectName(u"query")
        self.query.setProperty(u"helpTopic", u"help#search")

        self.box.addWidget(self.query)

        self.page = PageBrowser(HelpForm)
        self.page.setObjectName(u"page")
        self.page.setOpenLinks(False)
        self.page.setOpenExternalLinks(False)
        self.page.setUndoRedoEnabled(False)

        self.box.addWidget(self.page)

        self.message = MessageLine(HelpForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)


        self.retranslateUi(HelpForm)
    # setupUi

    def retranslateUi(self, HelpForm):
#if QT_CONFIG(accessibility)
        HelpForm.setAccessibleName(QCoreApplication.translate("HelpForm", u"\u5e2e\u52a9", None))
#endif // QT_CONFIG(accessibility)
        self.title.setText(QCoreApplication.translate("HelpForm", u"\u5e2e\u52a9", None))
        self.back.setText(QCoreApplication.translate("HelpForm", u"\u540e\u9000", None))
        self.contents.setText(QCoreApplication.translate("HelpForm", u"\u76ee\u5f55", None))
        self.shut.setText(QCoreApplication.translate("HelpForm", u"\u5173\u95ed Esc", None))
        self.query.setPlaceholderText(QCoreApplication.translate("HelpForm", u"\u5728\u5e2e\u52a9\u91cc\u67e5\u627e", None))
#if QT_CONFIG(accessibility)
        self.query.setAccessibleName(QCoreApplication.translate("HelpForm", u"\u5728\u5e2e\u52a9\u91cc\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.page.setAccessibleName(QCoreApplication.translate("HelpForm", u"\u5e2e\u52a9\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi
