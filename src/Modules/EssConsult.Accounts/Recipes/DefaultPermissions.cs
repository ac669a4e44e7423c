namespace EssConsult.Accounts.Recipes;

/// <summary>What Orchard's usual roles may do on a site newly set up: its recipes name them without permissions.</summary>
internal static class DefaultPermissions
{
    public static IReadOnlyList<string> Of(string role) => role switch
    {
        SystemRoles.Anonymous or SystemRoles.Authenticated => ["ViewContent"],
        "Editor" => ["AccessAdminPanel", "DeleteContent", "EditContent", "ListContent", "PreviewContent", "PublishContent"],
        "Moderator" => ["AccessAdminPanel"],
        "Author" => ["AccessAdminPanel", "DeleteOwnContent", "EditOwnContent", "PreviewOwnContent", "PublishOwnContent"],
        "Contributor" => ["AccessAdminPanel", "EditOwnContent", "PreviewOwnContent"],
        _ => [],
    };
}
