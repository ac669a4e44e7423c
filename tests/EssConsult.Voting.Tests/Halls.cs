using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>A rendez-vous with people in its room, and what the desk of a vote does.</summary>
internal static class Halls
{
    public static Task<Visitor> ChairAsync(this Site site) => site.SignInAsync("Chair", "AccessAdminPanel", "ManageBallots", "ManageEvents", "CheckIn", "EditContent");

    public static Task<Visitor> OfficerAsync(this Site site) => site.SignInAsync("DeskOfficer", "AccessAdminPanel", "KeepVotingDesk");

    /// <summary>A published plenary that takes registrations; its id.</summary>
    public static async Task<string> PlenaryAsync(this Site site, string title)
    {
        var starts = site.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        var item = new ContentItem { ContentItemId = ContentId.New(), ContentItemVersionId = ContentId.New(), ContentType = "Event", DisplayText = title };
        item.Put(new TitlePart(title));
        item.Content["EventPart"] = new JsonObject { ["Kind"] = "Plenary", ["Starts"] = Iso(starts), ["Ends"] = Iso(starts.AddHours(3)), ["Place"] = "Salle de la Manufacture" };
        item.Content["RegistrationPart"] = new JsonObject { ["Enabled"] = true, ["Capacity"] = 500 };
        await site.UseAsync<IServiceProvider>(async services =>
        {
            await ((IContentStore)services.GetService(typeof(IContentStore))!).PublishAsync(item, default);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
        await site.CatchUpAsync();
        return item.ContentItemId;
    }

    /// <summary>Registers somebody at the door and lets them in; the text of their ticket.</summary>
    public static async Task<string> LetInAsync(this Site site, Visitor chair, string plenary, string name)
    {
        var page = await chair.GetAsync($"/accueil/{plenary}");
        await page.Form("form[action*='handler=WalkIn']").With("New.Name", name).SubmitAsync("Inscrire et faire entrer");
        var seat = (await site.UseAsync<IPresence, IReadOnlyList<NamedSeat>>(presence => presence.SearchAsync(plenary, name, 5, default))).ShouldHaveSingleItem();
        return (await site.UseAsync<IPresence, IReadOnlyList<HeldTicket>>(presence => presence.TicketsAsync(null, seat.AttendeeId, default))).ShouldHaveSingleItem().Code;
    }

    /// <summary>Puts a motion to the vote in one press, from the page of the event; its id.</summary>
    public static async Task<Guid> PutAsync(this Site site, Visitor chair, string plenary, string wording, bool isPoll = false, int? quorum = null)
    {
        var form = (await chair.GetAsync($"/admin/rendez-vous/{plenary}")).Form("form[action*='votes?handler=Put']").With("Motion.Wording", wording).With("Motion.IsPoll", isPoll ? "true" : "false");
        if (quorum is { } percent)
        {
            form.With("Motion.Quorum", percent.ToString(CultureInfo.InvariantCulture));
        }

        (await form.SubmitAsync()).Shown(".notice-success").ShouldContain("Le vote est ouvert");
        return await site.InDatabaseAsync(db => db.Set<EssConsult.Voting.Ballots.Ballot>().Where(ballot => ballot.Title == wording).Select(ballot => ballot.Id).SingleAsync());
    }

    /// <summary>Types a ticket, or the code of the tables, and casts a mark; the page that answers.</summary>
    public static async Task<Page> VoteByCodeAsync(this Visitor voter, Guid id, string code, string mark)
    {
        var page = await (await voter.GetAsync($"/votes/{id}/voter")).Form("main form.form").With("Ticket", code).SubmitAsync("Continuer");
        if (!page.Has("form.form-wide"))
        {
            return page;
        }

        var review = await page.Form("form.form-wide").With("q-q1", mark).SubmitAsync("Relire mon vote");
        return await review.Form("form.form-wide").SubmitAsync("Voter");
    }

    public static async Task<Page> FindVoterAsync(this Visitor officer, Guid id, string words) => await (await officer.GetAsync($"/admin/votes/{id}/bureau")).Form("form[action*='handler=Find']").With("Words", words).SubmitAsync("Chercher");

    /// <summary>Finds somebody and signs them off; the page that answers.</summary>
    public static async Task<Page> SignOffAsync(this Visitor officer, Guid id, string words) => await (await officer.FindVoterAsync(id, words)).Form(".desk-list form").SubmitAsync("Émarger");

    /// <summary>Closes and counts from the table of the room, each in one press.</summary>
    public static async Task<Page> PressAsync(this Visitor chair, string plenary, Guid id, string button)
    {
        var page = await chair.GetAsync($"/admin/rendez-vous/{plenary}/votes");
        var panel = page.Document.QuerySelectorAll("main form").Select((form, place) => (form, place)).First(pair => pair.form.QuerySelector($"input[name=ballot][value='{id}']") is not null).form;
        panel.SetAttribute("data-here", "true");
        return await page.Form("form[data-here]").SubmitAsync(button);
    }

    /// <summary>Enters a batch by figures; its id.</summary>
    public static async Task<Guid> EnterAsync(this Visitor officer, Guid id, string kind, string name, long? ballots, params (string Field, string Value)[] figures)
    {
        var page = await officer.TryEnterAsync(id, kind, name, ballots, figures);
        page.Shown(".notice-success").ShouldContain("une autre personne le confirme");
        return Guid.Parse(page.Url.Segments[^1]);
    }

    public static async Task<Page> TryEnterAsync(this Visitor officer, Guid id, string kind, string name, long? ballots, params (string Field, string Value)[] figures)
    {
        var form = (await officer.GetAsync($"/admin/votes/{id}/bureau/saisie?nature={kind}")).Form("main form.form-wide").With("Entry.Name", name);
        foreach (var (field, value) in figures.Append(("Entry.Ballots", ballots?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)))
        {
            form.With(field, value);
        }

        return await form.SubmitAsync("Enregistrer le lot");
    }

    public static async Task<Page> ConfirmAsync(this Visitor officer, Guid id, Guid batch, string? difference = null)
    {
        var form = (await officer.GetAsync($"/admin/votes/{id}/bureau/lots/{batch}")).Form("form[action*='handler=Confirm']");
        return await (difference is null ? form : form.With("Difference", difference)).SubmitAsync("Confirmer ce lot");
    }

    /// <summary>An open motion that closes in two hours, among accounts.</summary>
    public static async Task<Guid> OpenMotionAsync(this Site site, Visitor organiser, string title, params (string Field, string? Value)[] values)
    {
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, title);
        await site.SetAsync(organiser, id, values);
        await organiser.OpenAsync(id);
        return id;
    }

    public static async Task<string> LabelAsync(this Site site, Visitor voter) => (await site.UseAsync<Accounts.Contracts.IPeople, IReadOnlyDictionary<string, Accounts.Contracts.PersonName>>(people => people.NamesAsync([voter.PersonId!], default)))[voter.PersonId!].DisplayName;

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
