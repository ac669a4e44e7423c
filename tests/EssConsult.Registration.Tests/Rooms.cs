using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Registration.Tests;

/// <summary>What happens in the room of an event.</summary>
internal static class Rooms
{
    /// <summary>A published démarche with one étape in which contributions are taken; its id and the étape's.</summary>
    public static async Task<(string Process, string Phase)> OpenPhaseAsync(this Site site, int endsInDays = 20)
    {
        var (id, phase) = (ContentId.New(), ContentId.New());
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Process", DisplayText = "Démarche " + id[^6..] };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new AutoroutePart { Path = "demarches/" + id });
        item.Content["Process"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = "Que faire ensemble ?" } };
        item.Content["Phases"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = phase, ["ContentType"] = "Phase", ["DisplayText"] = "Blog", ["TitlePart"] = new JsonObject { ["Title"] = "Blog" },
                ["Phase"] = new JsonObject { ["Starts"] = Date(now.AddDays(-5)), ["Ends"] = Date(now.AddDays(endsInDays)) },
                ["PhasePart"] = new JsonObject { ["AcceptsContributions"] = new JsonObject { ["Value"] = true } },
            }),
        };
        await site.WriteAsync((store, _) => store.PublishAsync(item, default));
        return (id, phase);
    }

    public static Task<Visitor> AnimatorAsync(this Site site) => site.SignInAsync("Facilitator", "ManageEvents", "EditContent", "PublishContent");

    /// <summary>Opens the sheets of an event; their links, by table.</summary>
    public static async Task<IReadOnlyList<string>> OpenSheetsAsync(this Visitor organiser, string eventId, int tables)
    {
        var page = await (await organiser.GetAsync($"/admin/rendez-vous/{eventId}/fiches")).Form("form.inline-form").With("Count", $"{tables}").SubmitAsync();
        return [.. page.Document.QuerySelectorAll(".sheet-link a").Select(link => new Uri(link.GetAttribute("href")!).PathAndQuery)];
    }

    /// <summary>The scribe writes one proposal.</summary>
    public static async Task<Form> WriteAsync(this Visitor scribe, string link, string title, string text = "Ce que nous proposons, simplement.") =>
        (await scribe.GetAsync(link)).Form("sheet-draft form.form").With("Form.Proposals[0].Title", title).With("Form.Proposals[0].Text", text);

    public static Task<Page> ConfirmSheetAsync(this Form sheet) => sheet.With("Form.Agreed", "true").SubmitAsync("La table confirme");

    /// <summary>What somebody who gave the mail's link sees at another page of their registration.</summary>
    /// <summary>Goes from a registration's own page to one that it links to, as its person does.</summary>
    public static async Task<Page> FromOwnPageAsync(this Site site, string address, string page)
    {
        var visitor = site.Visitor();
        return await visitor.GetAsync((await visitor.GetAsync(await site.LinkAsync(address))).Document.QuerySelector($"main a[href*='/{page}?']")!.GetAttribute("href")!);
    }

    public static async Task<string> LinkAsync(this Site site, string address, string page) => (await site.LinkAsync(address)).Replace("?", $"/{page}?", StringComparison.Ordinal);

    private static JsonObject Date(DateTime utc) => new() { ["Value"] = utc.ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
}
