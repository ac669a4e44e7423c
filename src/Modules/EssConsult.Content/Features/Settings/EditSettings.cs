using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Features.Settings;

/// <summary>The settings that every site has. Legal ones are shown on the legal pages.</summary>
public sealed record EditSettings
{
    public const string EssKey = "EssSiteSettings";

    [Required(ErrorMessage = "Donnez un nom au site.")]
    [StringLength(100, ErrorMessage = "Ce nom est trop long.")]
    public string SiteName { get; init; } = string.Empty;

    [StringLength(150, ErrorMessage = "Cette phrase est trop longue.")]
    public string? Baseline { get; init; }

    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète.")]
    [StringLength(200, ErrorMessage = "Cette adresse e-mail est trop longue.")]
    public string? ContactEmail { get; init; }

    [StringLength(500, ErrorMessage = "Ce texte est trop long.")]
    public string? Publisher { get; init; }

    [StringLength(200, ErrorMessage = "Ce texte est trop long.")]
    public string? PublicationDirector { get; init; }

    [StringLength(500, ErrorMessage = "Ce texte est trop long.")]
    public string? Host { get; init; }

    [StringLength(500, ErrorMessage = "Ce texte est trop long.")]
    public string? Dpo { get; init; }

    [Range(5, 100, ErrorMessage = "Choisissez un nombre entre 5 et 100.")]
    public int PageSize { get; init; } = SiteSettings.DefaultPageSize;

    [Required(ErrorMessage = "Choisissez un thème.")]
    public string Theme { get; init; } = "solilab";

    public static EditSettings From(SiteSettings settings, string theme) => new()
    {
        SiteName = settings.SiteName,
        Baseline = settings.Text(EssKey, nameof(Baseline)),
        ContactEmail = settings.Text(EssKey, nameof(ContactEmail)),
        Publisher = settings.Text(EssKey, nameof(Publisher)),
        PublicationDirector = settings.Text(EssKey, nameof(PublicationDirector)),
        Host = settings.Text(EssKey, nameof(Host)),
        Dpo = settings.Text(EssKey, nameof(Dpo)),
        PageSize = settings.PageSize,
        Theme = theme,
    };

    public JsonObject SiteValues() => new() { [nameof(SiteName)] = SiteName.Trim(), [nameof(PageSize)] = PageSize };

    public JsonObject EssValues() => new()
    {
        [nameof(Baseline)] = Baseline?.Trim() ?? string.Empty,
        [nameof(ContactEmail)] = ContactEmail?.Trim() ?? string.Empty,
        [nameof(Publisher)] = Publisher?.Trim() ?? string.Empty,
        [nameof(PublicationDirector)] = PublicationDirector?.Trim() ?? string.Empty,
        [nameof(Host)] = Host?.Trim() ?? string.Empty,
        [nameof(Dpo)] = Dpo?.Trim() ?? string.Empty,
    };
}

internal sealed class EditSettingsHandler(SiteDb db, SiteSettings settings, InstalledThemes themes)
{
    /// <exception cref="RuleException">The theme is not installed.</exception>
    public async Task HandleAsync(EditSettings command, string actorId, CancellationToken ct)
    {
        if (!themes.All.Any(theme => theme.Id == command.Theme))
        {
            throw new RuleException("theme.unknown", "Ce thème n’est pas installé.") { Field = nameof(EditSettings.Theme) };
        }

        await SiteSettings.PutAsync(db, SiteSettings.Site, command.SiteValues(), ct);
        await SiteSettings.PutAsync(db, EditSettings.EssKey, command.EssValues(), ct);
        await SiteSettings.PutAsync(db, "Themes", new JsonObject { ["Site"] = command.Theme }, ct);
        db.Audit(new AuditEntry("settings.change", SiteSettings.Site, actorId));
        await db.SaveChangesAsync(ct);

        // The next page must show it, on this node before the follower comes round.
        await settings.ResumeAsync(ct);
    }
}
