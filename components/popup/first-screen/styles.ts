// All that the first screen needs, in the first style sheet of the page: what comes later may not move anything.
import "../../common/base.css";
import "../../common/controls.css";
import "../../common/icon.css";
import "../../common/app-glyph.css";
import "../calendars/calendar-row.css";
import "../calendars/list.css";
import "../strip/strip.css";
import "../popup.css";
import "../calendars/filter.css";
import "../problems/fix.css";
import "../problems/problems.css";
import "../problems/problem-row.css";
