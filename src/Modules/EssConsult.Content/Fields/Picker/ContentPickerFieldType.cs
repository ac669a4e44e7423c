using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using EssConsult.Content.Fields.Links;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Fields.Picker;

internal sealed record ContentPickerFieldSettings
{
    public bool Multiple { get; init; }

    public bool DisplayAllContentTypes { get; init; }

    public IReadOnlyList<string> DisplayedContentTypes { get; init; } = [];
}

internal sealed class ContentPickerFieldType(PickerChoices choices, IHttpContextAccessor http) : IFieldType
{
    public string Name => "ContentPickerField";

    public string Label => "Lien vers un contenu";

    public string Editor => FieldPartials.Path("ContentPicker");

    public IReadOnlyList<SettingInput> Settings { get; } =
    [
        new("ContentPickerFieldSettings.DisplayedContentTypes", "Types proposés", FieldSettingKind.Types),
        new("ContentPickerFieldSettings.Multiple", "Plusieurs choix", FieldSettingKind.Flag),
    ];

    public async Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        var settings = post.Field.Options<ContentPickerFieldSettings>();
        if (post.WasAsked)
        {
            var before = Ids(post.Value);
            var picked = post.Texts("ContentItemIds").ToList();
            if (post.Text("Address") is { } address)
            {
                if (await choices.ByAddressAsync(address, settings, ct) is { } found)
                {
                    picked.Add(found);
                }
                else
                {
                    post.Fail("Address", "« {0} » : aucun contenu publié n’a cette adresse.");
                }
            }

            var allowed = await choices.AllowedAsync([.. picked.Except(before)], settings, ct);
            post.Value["ContentItemIds"] = new JsonArray([.. picked.Where(id => before.Contains(id) || allowed.Contains(id)).Distinct().Select(id => JsonValue.Create(id))]);
        }

        var chosen = Ids(post.Value);
        if (chosen.Count == 0 && post.MustBeFilled)
        {
            post.Fail("ContentItemIds", "Choisissez « {0} ».");
        }
        else if (chosen.Count > 1 && !settings.Multiple)
        {
            post.Fail("ContentItemIds", "« {0} » : un seul choix est possible.");
        }
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var picked = Ids(value).Select(id => items.Items.GetValueOrDefault(id)).OfType<ContentItem>().ToList();
        return picked.Count == 0 ? FieldShown.Nothing : new FieldShown(
            string.Join(", ", picked.Select(item => item.DisplayText)),
            string.Join(", ", picked.Select(Link)),
            new JsonArray([.. picked.Select(item => new JsonObject { ["id"] = item.ContentItemId, ["title"] = item.DisplayText })]));
    }

    public static IReadOnlyList<string> Ids(JsonObject? value) => (value?["ContentItemIds"] as JsonArray)?.Select(id => id?.ToString()).OfType<string>().ToList() ?? [];

    private string Link(ContentItem item) => item.Part<AutoroutePart>()?.Path is { Length: > 0 } path
        ? $"<a href=\"{FieldShown.Encode(http.InSite("~/" + path))}\">{FieldShown.Encode(item.DisplayText)}</a>"
        : FieldShown.Encode(item.DisplayText);
}
