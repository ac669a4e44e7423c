namespace EssConsult.Notifications;

internal static class Permissions
{
    public const string WriteToPeople = "WriteToPeople";
}
