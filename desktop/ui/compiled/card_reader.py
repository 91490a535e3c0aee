# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'card_reader.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QVBoxLayout,
    QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField
class Ui_CardReaderForm(object):
    def setupUi(self, CardReaderForm):
        if not CardReaderForm.objectName():
            CardReaderForm.setObjectName(u"CardReaderForm")
        CardReaderForm.setProperty(u"helpTopic", u"card-reader")
        CardReaderForm.setProperty(u"look", u"card")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(CardReaderForm.sizePolicy().hasHeightForWidth())
        CardReaderForm.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(CardReaderForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(16, 12, 16, 12)
        self.title = QLabel(CardReaderForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"heading")

        self.box.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.label_reader = QLabel(CardReaderForm)
        self.label_reader.setObjectName(u"label_reader")

        self.grid.addWidget(self.label_reader, 0, 0, 1, 1)

        self.reader = CodeField(CardReaderForm)
        self.reader.setObjectName(u"reader")
        self.reader.setProperty(u"helpTopic", u"settings#card-reader")

        self.grid.addWidget(self.reader, 0, 1, 1, 1)

        self.testRow = QHBoxLayout()
        self.testRow.setSpacing(12)
        self.testRow.setObjectName(u"testRow")
        self.test = QPushButton(CardReaderForm)
        self.test.setObjectName(u"test")
        self.test.setProperty(u"helpTopic", u"settings#card-reader")
        self.test.setAutoDefault(False)

        self.testRow.addWidget(self.test)

        self.hint_reader = QLabel(CardReaderForm)
        self.hint_reader.setObjectName(u"hint_reader")
        self.hint_reader.setWordWrap(True)
        self.hint_reader.setProperty(u"look", u"hint")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.hint_reader.sizePolicy().hasHeightForWidth())
        self.hint_reader.setSizePolicy(sizePolicy1)

        self.testRow.addWidget(self.hint_reader)


        self.grid.addLayout(self.testRow, 0, 2, 1, 1)

        self.label_library = QLabel(CardReaderForm)
        self.label_library.setObjectName(u"label_library")

        self.grid.addWidget(self.label_library, 1, 0, 1, 1)

        self.library = TextField(CardReaderForm)
        self.library.setObjectName(u"library")
        self.library.setProperty(u"helpTopic", u"settings#card-reader")

        self.grid.addWidget(self.library, 1, 1, 1, 1)

        self.browseRow = QHBoxLayout()
        self.browseRow.setSpacing(12)
        self.browseRow.setObjectName(u"browseRow")
        self.browse = QPushButton(CardReaderForm)
        self.browse.setObjectName(u"browse")
        self.browse.setProperty(u"helpTopic", u"settings#card-reader")
        self.browse.setAutoDefault(False)

        self.browseRow.addWidget(self.browse)

        self.hint_library = QLabel(CardReaderForm)
        self.hint_library.setObjectName(u"hint_library")
        self.hint_library.setWordWrap(True)
        self.hint_library.setProperty(u"look", u"hint")
        sizePolicy1.setHeightForWidth(self.hint_library.sizePolicy().hasHeightForWidth())
        self.hint_library.setSizePolicy(sizePolicy1)

        self.browseRow.addWidget(self.hint_library)


        self.grid.addLayout(self.browseRow, 1, 2, 1, 1)

        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 2)

        self.box.addLayout(self.grid)

        self.message = MessageLine(CardReaderForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)

#if QT_CONFIG(shortcut)
        self.label_reader.setBuddy(self.reader)
        self.label_library.setBuddy(self.library)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CardReaderForm)
    # setupUi

    def retranslateUi(self, CardReaderForm):
        self.title.setText(QCoreApplication.translate("CardReaderForm", u"\u8eab\u4efd\u8bc1\u8bfb\u5361\u5668", None))
        self.label_reader.setText(QCoreApplication.translate("CardReaderForm", u"\u8bfb\u5361\u5668(&I)", None))
#if QT_CONFIG(accessibility)
        self.reader.setAccessibleName(QCoreApplication.translate("CardReaderForm", u"\u8bfb\u5361\u5668", None))
#endif // QT_CONFIG(accessibility)
        self.test.setText(QCoreApplication.translate("CardReaderForm", u"\u6d4b\u8bd5\u8bfb\u5361\u5668(&Y)", None))
        self.hint_reader.setText(QCoreApplication.translate("CardReaderForm", u"\u5728\u201c\u5bb6\u5ead\u53c2\u4fdd\u767b\u8bb0\u201d\u6309 F7 \u8bfb\u5361", None))
        self.label_library.setText(QCoreApplication.translate("CardReaderForm", u"\u9a71\u52a8\u6587\u4ef6(&F)", None))
#if QT_CONFIG(accessibility)
        self.library.setAccessibleName(QCoreApplication.translate("CardReaderForm", u"\u9a71\u52a8\u6587\u4ef6", None))
#endif // QT_CONFIG(accessibility)
        self.browse.setText(QCoreApplication.translate("CardReaderForm", u"\u9009\u62e9\u6587\u4ef6(&O)", None))
        self.hint_library.setText(QCoreApplication.translate("CardReaderForm", u"\u968f\u8bfb\u5361\u5668\u63d0\u4f9b\u7684 sdtapi.dll \u6216 libsdtapi.so", None))
        pass
    # retranslateUi
