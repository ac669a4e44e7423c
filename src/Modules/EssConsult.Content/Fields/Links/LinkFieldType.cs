using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Fields.Links;

internal sealed record LinkFieldSettings
{
    public string? HintLinkText { get; init; }

    /// <summary>Optional, Required, Static or Url; Orchard may write the number.</summary>
    public string? LinkTextMode { get; init; }

    public string? UrlPlaceholder { get; init; }

    public string? TextPlaceholder { get; init; }

    public string? DefaultText { get; init; }

    public bool AsksForText => LinkTextMode is null or "Optional" or "Required" or "0" or "1";
}

internal sealed class LinkFieldType(IHttpContextAccessor http) : IFieldType
{
    public string Name => "LinkField";

    public string Label => "Lien";

    public string Editor => FieldPartials.Path("Link");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("LinkFieldSettings.LinkTextMode", "Texte du lien", FieldSettingKind.Choice) { Choices = [("Optional", "Facultatif"), ("Required", "Obligatoire"), ("Url", "Seulement l’adresse")] },
    ];

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        var settings = post.Field.Options<LinkFieldSettings>();
        if (post.WasAsked)
        {
            post.Value["Url"] = post.Text("Url") ?? string.Empty;
            if (settings.AsksForText)
            {
                post.Value["Text"] = post.Text("Text") ?? string.Empty;
            }
        }

        var url = post.Value["Url"]?.ToString() ?? string.Empty;
        if (url.Length == 0 && post.MustBeFilled)
        {
            post.Fail("Url", "Complétez « {0} ».");
        }
        else if (url.Length > 0 && !IsSafe(url))
        {
            post.Fail("Url", "« {0} » : écrivez une adresse complète, par exemple https://exemple.fr.");
        }
        else if (url.Length > 0 && settings.LinkTextMode is "Required" or "1" && string.IsNullOrEmpty(post.Value["Text"]?.ToString()) && !post.Options.Draft)
        {
            post.Fail("Text", "« {0} » : donnez le texte du lien.");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var url = value["Url"]?.ToString();
        if (string.IsNullOrEmpty(url) || !IsSafe(url))
        {
            return FieldShown.Nothing;
        }

        var text = value["Text"]?.ToString() is { Length: > 0 } given ? given : url;
        return new FieldShown(
            text == url ? url : $"{text} ({url})",
            $"<a href=\"{FieldShown.Encode(http.InSite(url))}\" rel=\"nofollow ugc noopener\">{FieldShown.Encode(text)}</a>",
            new JsonObject { ["url"] = url, ["text"] = text });
    }

    /// <summary>Web, mail and telephone addresses, and addresses of this site. Never a script.</summary>
    internal static bool IsSafe(string url) => url.StartsWith("~/", StringComparison.Ordinal) || url.StartsWith('#')
        || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\'))
        || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" or "mailto" or "tel");
}
