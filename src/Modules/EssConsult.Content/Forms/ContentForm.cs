using System.Text.Json.Nodes;
using EssConsult.Content.Fields;
using EssConsult.Content.Fields.Picker;
using EssConsult.Content.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Forms;

internal sealed class ContentForm(IContentDefinitions definitions, FieldTypes fields, PartTypes parts, IContentStore store, IStringLocalizer words) : IContentForm
{
    public async Task ReadAsync(ContentItem item, IFormCollection form, ModelStateDictionary errors, ContentFormOptions options, CancellationToken ct)
    {
        foreach (var part in FormParts.Shown(definitions.FindType(item.ContentType), options))
        {
            if (FormParts.Editor(parts, part, options) is { } kind)
            {
                kind.Read(new PartPost(item, part, form, errors, options, words));
            }

            foreach (var field in part.Definition.Fields.Select(field => field with { Part = part.Name }))
            {
                if (fields.Find(field.FieldName) is { } fieldKind && options.Frame?.Invoke(field) is not ({ LeftOut: true } or { Partial: not null }))
                {
                    var isAsked = options.Asks?.Invoke(item, field) ?? true;
                    await fieldKind.ReadAsync(new FieldPost(item, field, form, errors, isAsked ? options : options with { Draft = true }, words), ct);
                }
            }
        }
    }

    public async Task<IReadOnlyList<FieldValue>> ValuesAsync(ContentItem item, CancellationToken ct)
    {
        var present = (definitions.FindType(item.ContentType)?.Fields ?? [])
            .Select(field => (Field: field, Value: (item.Content[field.Part] as JsonObject)?[field.Name] as JsonObject ?? []))
            .ToList();
        var picked = present.Where(entry => entry.Field.FieldName == "ContentPickerField").SelectMany(entry => ContentPickerFieldType.Ids(entry.Value)).Distinct().ToList();
        var items = picked.Count == 0 ? ShownItems.None : new ShownItems(await store.FindManyAsync(picked, ContentVersion.Published, ct));
        return [.. present.Select(entry => ToValue(entry.Field, entry.Value, items))];
    }

    private FieldValue ToValue(FieldDefinition field, JsonObject value, ShownItems items)
    {
        var shown = fields.Find(field.FieldName)?.Show(field, value, items) ?? FieldShown.Nothing;
        return new FieldValue(field, shown.Text, shown.Html, shown.Json);
    }
}
