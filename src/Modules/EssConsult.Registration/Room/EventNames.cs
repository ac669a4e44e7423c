using EssConsult.Registration.Events;

namespace EssConsult.Registration.Room;

internal static class EventNames
{
    /// <summary>« Plénière du 3 mars 2027 », in French whatever the reader's language: it is stored.</summary>
    public static string NameWithDay(this EventRow row) => $"{row.Kind.Label()} du {row.StartsUtc.ToParis().Written(Language.French)}";
}
