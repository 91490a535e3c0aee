# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'search.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QListWidget, QListWidgetItem,
    QSizePolicy, QVBoxLayout, QWidget)

from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.text_field import TextField

class Ui_SearchForm(object):
    def setupUi(self, SearchForm):
        if not SearchForm.objectName():
            SearchForm.setObjectName(u"SearchForm")
        SearchForm.setProperty(u"helpTopic", u"search")
        SearchForm.setProperty(u"look", u"card")
        self.box = QVBoxLayout(SearchForm)
        self.box.setSpacing(8)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(12, 12, 12, 8)
        self.query = TextField(SearchForm)
        self.query.setObjectName(u"query")
        self.query.setProperty(u"helpTopic", u"search#query")

        self.box.addWidget(self.query)

        self.results = QListWidget(SearchForm)
        self.results.setObjectName(u"results")
        self.results.setUniformItemSizes(True)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.box.addWidget(self.results)

        self.message = MessageLine(SearchForm)
        self.message.setObjectName(u"message")

        self.box.addWidget(self.message)


        self.retranslateUi(SearchForm)
    # setupUi

    def retranslateUi(self, SearchForm):
        self.query.setPlaceholderText(QCoreApplication.translate("SearchForm", u"\u59d3\u540d / \u62fc\u97f3 / \u8bc1\u4ef6\u53f7 / \u7535\u8bdd / \u6237\u53f7 / \u6751\u540d", None))
#if QT_CONFIG(accessibility)
        self.query.setAccessibleName(QCoreApplication.translate("SearchForm", u"\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("SearchForm", u"\u67e5\u627e\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
