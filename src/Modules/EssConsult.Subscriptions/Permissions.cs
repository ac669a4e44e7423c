namespace EssConsult.Subscriptions;

internal static class Permissions
{
    public const string ViewSubscriptions = nameof(ViewSubscriptions);
}
