namespace EssConsult.Kernel.Data;

/// <summary>
/// When one may expect somebody to act: from 8:00 to 20:00 by the clock of Paris, on days that are neither a Saturday, a Sunday nor a
/// public holiday (Code du travail, article L3133-1).
/// </summary>
public static class WorkingTime
{
    private const int Opens = 8;
    private const int Closes = 20;

    /// <summary>The instant itself inside working time, else the next opening.</summary>
    public static DateTime OnOrAfter(DateTime utc)
    {
        var wall = utc.ToParis();
        if (wall.Hour >= Closes)
        {
            wall = wall.Date.AddDays(1).AddHours(Opens);
        }
        else if (wall.Hour < Opens)
        {
            wall = wall.Date.AddHours(Opens);
        }

        while (!IsWorkingDay(DateOnly.FromDateTime(wall)))
        {
            wall = wall.Date.AddDays(1).AddHours(Opens);
        }

        return wall == utc.ToParis() ? utc : wall.FromParis();
    }

    /// <summary>The same hour so many working days later; what falls outside working time moves to the next opening.</summary>
    /// <param name="utc">From when.</param>
    /// <param name="days">0 or more.</param>
    public static DateTime AddDays(DateTime utc, int days)
    {
        var wall = utc.ToParis();
        for (var left = days; left > 0;)
        {
            wall = wall.AddDays(1);
            left -= IsWorkingDay(DateOnly.FromDateTime(wall)) ? 1 : 0;
        }

        return OnOrAfter(wall.FromParis());
    }

    /// <summary>So many hours later, counted inside working time alone.</summary>
    /// <param name="utc">From when.</param>
    /// <param name="hours">0 or more.</param>
    /// <returns>Never an instant of the night: what would end at the close of a day ends there, not on the next morning.</returns>
    public static DateTime AddHours(DateTime utc, double hours)
    {
        var at = OnOrAfter(utc);
        for (var left = TimeSpan.FromHours(hours); ;)
        {
            var wall = at.ToParis();
            var today = wall.Date.AddHours(Closes) - wall;
            if (left <= today)
            {
                return (wall + left).FromParis();
            }

            left -= today;
            at = OnOrAfter(wall.Date.AddHours(Closes).FromParis());
        }
    }

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public static bool IsHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        return (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || day == easter.AddDays(1) || day == easter.AddDays(39) || day == easter.AddDays(50);
    }

    /// <summary>Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm in Nature, 20 April 1876, p. 487.</summary>
    internal static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
