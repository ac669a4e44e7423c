using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class RegistrationSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

/// <summary>What organisers and people do about an event, as pages and mails let them.</summary>
internal static partial class Gatherings
{
    public static string NewAddress() => $"personne-{Guid.NewGuid():N}@exemple.fr";

    /// <summary>A published event that takes registrations; its id.</summary>
    /// <param name="capacity">Null without a limit.</param>
    /// <param name="startsInDays">Counted from the site's present.</param>
    /// <param name="change">Sets more of the two parts.</param>
    public static async Task<string> EventAsync(this Site site, int? capacity = 10, double startsInDays = 30, Action<JsonObject, JsonObject>? change = null, string? title = null)
    {
        var id = ContentId.New();
        var starts = site.Clock.GetUtcNow().UtcDateTime.AddDays(startsInDays);
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Event", DisplayText = title ?? "Rencontre " + id[^6..] };
        item.Put(new TitlePart(item.DisplayText));
        var date = new JsonObject { ["Kind"] = "Plenary", ["Starts"] = Iso(starts), ["Ends"] = Iso(starts.AddHours(3)), ["Place"] = "Salle de la Manufacture" };
        var places = new JsonObject { ["Enabled"] = true, ["Capacity"] = capacity };
        change?.Invoke(date, places);
        (item.Content["EventPart"], item.Content["RegistrationPart"]) = (date, places);
        await site.WriteAsync((store, _) => store.PublishAsync(item, default));
        return id;
    }

    /// <summary>A workshop of a plenary.</summary>
    public static Task<string> WorkshopAsync(this Site site, string plenary, string slot, int capacity, string? title = null) => site.EventAsync(capacity, change: (date, _) =>
    {
        (date["Kind"], date["Parent"], date["Slot"]) = ("Workshop", plenary, slot);
    }, title: title);

    /// <summary>Publishes the event anew, changed.</summary>
    public static Task ChangeAsync(this Site site, string eventId, Action<JsonObject, JsonObject> change) => site.WriteAsync(async (store, _) =>
    {
        var item = (await store.FindAsync(eventId, ContentVersion.Latest, default))!;
        change((JsonObject)item.Content["EventPart"]!, (JsonObject)item.Content["RegistrationPart"]!);
        await store.PublishAsync(item, default);
    });

    public static async Task WriteAsync(this Site site, Func<IContentStore, SiteDb, Task> work)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await work((IContentStore)services.GetService(typeof(IContentStore))!, db);
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    public static async Task<Page> RegisterAsync(this Visitor visitor, string eventId, string name, string? address = null, Action<Form>? fill = null)
    {
        var form = (await visitor.GetAsync($"/rendez-vous/{eventId}/inscription")).Form("main form.form").With("Form.Name", name);
        if (address is not null)
        {
            form.With("Form.Email", address);
        }

        fill?.Invoke(form);
        return await form.SubmitAsync();
    }

    /// <summary>A visitor registers and confirms by the mailed link; the address.</summary>
    public static async Task<string> SeatedAsync(this Site site, string eventId, string name = "Camille Exemple")
    {
        var address = NewAddress();
        await site.Visitor().RegisterAsync(eventId, name, address);
        await site.CatchUpAsync();
        await site.ConfirmAsync(address);
        return address;
    }

    public static async Task<Page> ConfirmAsync(this Site site, string address)
    {
        var page = await (await site.Visitor().GetAsync(await site.LinkAsync(address))).Form("main form").SubmitAsync("Confirmer mon inscription");
        await site.CatchUpAsync();
        return page;
    }

    public static async Task CancelAsync(this Site site, string address)
    {
        await (await site.Visitor().GetAsync(await site.LinkAsync(address))).Form("details form").SubmitAsync();
        await site.CatchUpAsync();
    }

    /// <summary>The mails to an address, oldest first.</summary>
    public static Task<List<string>> MailsAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address} ORDER BY queued_utc").ToListAsync());

    public static Task<List<string>> CalendarsAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT calendar AS \"Value\" FROM mail_message WHERE recipient = {address} AND calendar IS NOT NULL ORDER BY queued_utc").ToListAsync());

    /// <summary>The path of the registration's own page, from the last mail that names it.</summary>
    public static async Task<string> LinkAsync(this Site site, string address) =>
        new Uri((await site.MailsAsync(address)).SelectMany(mail => Links().Matches(mail)).Last().Value).PathAndQuery;

    public static Task<Registration> FindAsync(this Site site, string eventId, string address) => site.InDatabaseAsync(db =>
        db.Set<Registration>().AsNoTracking().Where(row => row.EventId == eventId && row.EmailKey == EmailAddress.Normalize(address)).OrderByDescending(row => row.Arrival).FirstAsync());

    public static async Task<RegistrationState> StateAsync(this Site site, string eventId, string address) => (await site.FindAsync(eventId, address)).State;

    public static Task<EventSeats> SeatsAsync(this Site site, string eventId) => site.InDatabaseAsync(db => db.Set<EventSeats>().AsNoTracking().FirstAsync(row => row.EventId == eventId));

    public static Task<List<Registration>> AllAsync(this Site site, string eventId) => site.InDatabaseAsync(db => db.Set<Registration>().AsNoTracking().Where(row => row.EventId == eventId).OrderBy(row => row.Arrival).ToListAsync());

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://\S+/inscription/\S+jeton=[^\s)]+")]
    private static partial Regex Links();
}
