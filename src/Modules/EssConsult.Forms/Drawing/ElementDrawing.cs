using EssConsult.Forms.Outline;
using EssConsult.Kernel.Themes;

namespace EssConsult.Forms.Drawing;

/// <summary>Draws the elements of a form, each by the Liquid template of its part: a theme may bring its own <c>InputPart.liquid</c>.</summary>
internal sealed class ElementDrawing(ThemeTemplates templates, Liquid liquid, FormSheet sheet, IUploads uploads) : IPartDrawing
{
    public IReadOnlyCollection<string> PartNames { get; } = ["InputPart", "TextAreaPart", "SelectPart", "ButtonPart", "LabelPart", "ValidationPart"];

    public async ValueTask<string?> DrawAsync(string partName, ContentItem item, CancellationToken ct)
    {
        if (sheet.Current is not { } form || ModelOf(partName, item, form) is not { } model)
        {
            return null;
        }

        var source = templates.Find([partName]) ?? throw new InvalidOperationException($"The module embeds {partName}.liquid.");
        return await liquid.RenderAsync(source, model);
    }

    private Dictionary<string, object?>? ModelOf(string partName, ContentItem item, FormOutline form)
    {
        var element = item.WriteContentItem();
        var part = element[partName];
        return partName switch
        {
            "ButtonPart" => new() { ["Button"] = new Dictionary<string, object?> { ["Text"] = part?["Text"]?.ToString(), ["Type"] = part?["Type"]?.ToString() is "reset" ? "reset" : "submit", ["Name"] = element["FormInputElementPart"]?["Name"]?.ToString(), ["Id"] = element["FormElementPart"]?["Id"]?.ToString() } },
            "LabelPart" => new() { ["Label"] = new Dictionary<string, object?> { ["For"] = part?["For"]?.ToString(), ["Text"] = FormOutline.TextOf(element) } },
            "ValidationPart" => part?["For"]?.ToString() is { } name && form.Find(name) is { } about && sheet.ErrorOf(name) is { } error
                ? new() { ["Error"] = new Dictionary<string, object?> { ["Id"] = about.Id + "-erreur", ["Text"] = error } }
                : null,
            _ => FormField.Read(element, form.Labels) is { } field ? new() { ["Field"] = FieldModel.Of(field, sheet, uploads.Accept) } : null,
        };
    }
}
