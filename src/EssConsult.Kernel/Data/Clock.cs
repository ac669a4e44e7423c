using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EssConsult.Kernel.Data;

public static class Clock
{
    internal static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Now in UTC, cut to microseconds: PostgreSQL keeps no more, and what is hashed must read back the same.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => Cut(clock.GetUtcNow().UtcDateTime);

    /// <summary>The wall clock of the site, Europe/Paris.</summary>
    public static DateTime ToParis(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris);

    /// <summary>The UTC instant of a wall-clock time in Paris; the missing hour of March moves forward.</summary>
    public static DateTime FromParis(this DateTime wall)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(Paris.IsInvalidTime(local) ? local.AddHours(1) : local, Paris);
    }

    /// <summary>A moment as content states it: in UTC where it does not say otherwise.</summary>
    public static DateTime AsUtc(this DateTime stated) => stated.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(stated, DateTimeKind.Utc) : stated.ToUniversalTime();

    /// <summary>What a device's clock says: as exact as it is, and as both databases keep it.</summary>
    public static DateTime ToMillisecond(this DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    internal static DateTime Cut(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}

internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
