using System.Text.Json.Nodes;

namespace EssConsult.Content.Routing;

/// <summary>Orchard's setting for the item shown at the root of the site.</summary>
internal static class HomeRoute
{
    public static string? ContentItemId(SiteSettings settings) => settings.Get(SiteSettings.Site)["HomeRoute"]?["ContentItemId"]?.ToString();

    public static Task PutAsync(SiteDb db, string contentItemId, CancellationToken ct) => SiteSettings.PutAsync(db, SiteSettings.Site, new JsonObject
    {
        ["HomeRoute"] = new JsonObject
        {
            ["Action"] = "Display", ["Controller"] = "Item", ["Area"] = "OrchardCore.Contents", ["ContentItemId"] = contentItemId,
        },
    }, ct);
}
