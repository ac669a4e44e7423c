using EssConsult.Forms.Outline;
using EssConsult.Forms.Submissions;
using EssConsult.Kernel.Themes;
using Fluid.Values;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Forms.Drawing;

/// <summary>
/// The <c>form</c> element around an item with a <c>FormPart</c>. Its token belongs to one browser: the kernel keeps no page for which one was
/// made, so a page that holds a form is drawn for each reader.
/// </summary>
internal sealed class FormFrame(FormSheet sheet, FormStamps stamps, FormRetention retention, ThemeTemplates templates, Liquid liquid, IAntiforgery antiforgery, PageHead head, IHttpContextAccessor http) : IItemFrame
{
    public const string Stamp = "EssStamp";
    public const string Trap = "EssTrap";
    public const string Code = "EssCode";
    public const string Origin = "__RequestOriginatedFrom";

    public string PartName => "FormPart";

    public async Task<string> FrameAsync(ContentItem item, ContentItem page, Func<Task<string>> draw, CancellationToken ct)
    {
        // A form cannot stand in a form.
        if (sheet.Current is not null || http.HttpContext is not { } context)
        {
            return await draw();
        }

        var form = FormOutline.Read(item, page);
        using var open = sheet.Open(form);
        var source = templates.Find(["FormPart"]) ?? throw new InvalidOperationException("The module embeds FormPart.liquid.");
        var content = new StringValue(await draw(), encode: false);
        return await liquid.RenderAsync(source, new Dictionary<string, object?> { ["Content"] = content, ["Form"] = Model(form, item, context) });
    }

    private Dictionary<string, object?> Model(FormOutline form, ContentItem item, HttpContext context)
    {
        var model = new Dictionary<string, object?>
        {
            ["Id"] = form.ElementId, ["Method"] = form.IsGet ? "get" : "post", ["EncType"] = form.HasFiles ? "multipart/form-data" : null,
            ["HasButton"] = form.HasButton, ["IsElsewhere"] = form.IsElsewhere, ["Note"] = form.Note, ["Months"] = retention.Months,
            ["Action"] = form.IsElsewhere ? Address(form.Action, context) : $"{context.Request.PathBase}/formulaires/{Uri.EscapeDataString(form.PageId)}/{Uri.EscapeDataString(form.FormId)}",
            ["Origin"] = OriginOf(context), ["OriginName"] = Origin, ["StampName"] = Stamp, ["TrapName"] = Trap,
            ["CodeName"] = form.NeedsCode ? Code : null, ["Code"] = sheet.PostedHere?.Values[Code].ToString() ?? context.Request.Query["code"].ToString(), ["CodeError"] = sheet.ErrorOf(Code),
        };
        if (form.Fields.Any(field => field.Visibility is not null))
        {
            head.Script("EssConsult.Forms/shown-if.js");
        }

        if (!form.IsElsewhere)
        {
            model["Stamp"] = sheet.PostedHere?.Stamp is { } kept ? stamps.Write(kept) : stamps.New(form.FormId);
        }

        if (!form.IsElsewhere || (!form.IsGet && IsOfThisSite(form.Action) && !string.Equals(item.Content["FormPart"]?["EnableAntiForgeryToken"]?.ToString(), "false", StringComparison.OrdinalIgnoreCase)))
        {
            var token = antiforgery.GetAndStoreTokens(context);
            (model["TokenName"], model["Token"]) = (token.FormFieldName, token.RequestToken);
        }

        return model;
    }

    private string OriginOf(HttpContext context) =>
        sheet.PostedHere?.Values[Origin].ToString() is { Length: > 0 } first ? first : context.Request.PathBase + context.Request.Path + context.Request.QueryString;

    /// <summary>A token is given to no other site.</summary>
    private static bool IsOfThisSite(string? action) => action is ['~', '/', ..] or ['/'] or ['/', not ('/' or '\\'), ..];

    private static string? Address(string? action, HttpContext context) => action?.StartsWith("~/", StringComparison.Ordinal) == true ? context.Request.PathBase + action[1..] : action;
}
