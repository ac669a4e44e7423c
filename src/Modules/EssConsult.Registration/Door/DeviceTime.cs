namespace EssConsult.Registration.Door;

internal static class DeviceTime
{
    /// <summary>As exact as both databases keep it.</summary>
    public static DateTime ToMillisecond(this DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
