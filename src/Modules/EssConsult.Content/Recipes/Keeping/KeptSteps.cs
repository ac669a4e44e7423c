namespace EssConsult.Content.Recipes.Keeping;

/// <summary>Orchard's steps (§1.4 of the formats) that this site keeps record by record.</summary>
internal static class KeptSteps
{
    public const string Shortcodes = "ShortcodeTemplates";
    public const string AdminMenu = nameof(AdminMenu);
    public const string MediaProfiles = nameof(MediaProfiles);

    public static readonly IReadOnlyList<KeptShape> All =
    [
        new(MediaProfiles, MediaProfiles, RecipeExportPlace.MediaProfiles) { IsUsed = true },
        new(Shortcodes, Shortcodes, RecipeExportPlace.ShortcodeTemplates) { IsUsed = true },
        new(AdminMenu, "data", RecipeExportPlace.AdminMenu) { Ids = ["Id"], IsUsed = true },
        new("AdminTemplates", "AdminTemplates"),
        new("Placements", "Placements"),
        new("FeatureProfiles", "FeatureProfiles"),
        new("deployment", "Plans") { Ids = ["Name"] },
        new("Translations", "translations") { Ids = ["culture", "context", "key"], Aliases = ["DynamicDataTranslations"] },
        new("Sitemaps", "data") { Ids = ["SitemapId"] },
        new("UrlRewriting", "Rules") { Ids = ["Id"] },
        new("CreateOrUpdateRateLimitPolicies", "policies") { Ids = ["PolicyId"] },
        new("OpenIdServerSettings"),
        new("OpenIdClientSettings"),
        new("OpenIdValidationSettings"),
        new("AzureADSettings"),
        new("MicrosoftAccountSettings"),
        new("FacebookCoreSettings"),
        new("FacebookLoginSettings"),
        new("GitHubAuthenticationSettings"),
        new("TwitterSettings"),
        new("ElasticIndexSettings"),
        new("azureai-index-create"),
    ];

    /// <summary>Steps that this site does not play, with the reason: people's accounts and what belongs to them are not a matter of recipes here, and an act is over once done.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Users"] = "Les comptes ne se reprennent pas d’un modèle : chaque personne crée le sien, ou y est invitée.",
        ["custom-user-settings"] = "Ce qui appartient aux comptes ne se reprend pas d’un modèle.",
        ["Command"] = "Les commandes d’Orchard ne sont pas jouées ici.",
        ["OpenIdApplication"] = "Les applications OpenID portent des clés : elles se déclarent sur chaque site.",
        ["OpenIdScope"] = "Les portées OpenID se déclarent sur chaque site.",
        ["move-attached-media-fields"] = "Les fichiers sont déjà rangés par leur contenu : rien à déplacer.",
        ["ReloadTenant"] = "Rien à redémarrer : ce qui change est pris en compte aussitôt.",
        ["elastic-index-rebuild"] = "Ce site n’a pas d’index Elasticsearch.",
        ["elastic-index-reset"] = "Ce site n’a pas d’index Elasticsearch.",
        ["azureai-index-rebuild"] = "Ce site n’a pas d’index Azure AI.",
        ["azureai-index-reset"] = "Ce site n’a pas d’index Azure AI.",
    };
}
