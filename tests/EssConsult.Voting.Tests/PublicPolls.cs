using System.Text.RegularExpressions;
using EssConsult.Tally;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Tests;

/// <summary>What people do in a vote by confirmed address, as pages and mails let them.</summary>
internal static partial class PublicPolls
{
    public static readonly TimeSpan Reading = TimeSpan.FromSeconds(47);

    /// <summary>A vote among three projects that anybody with a mailbox may cast; not yet open.</summary>
    public static async Task<Guid> PreparePublicAsync(this Site site, Visitor organiser, params (string Field, string? Value)[] values)
    {
        var id = await site.PrepareAsync(organiser, TallyMethod.ChooseUpTo, "Quel projet préférez-vous ?", "Un four à pain", "Une graineterie", "Un atelier vélo");
        await site.SetAsync(organiser, id, [("Form.Kind", "Addresses"), ("Form.ShowsTurnout", "true"), .. values]);
        return id;
    }

    public static async Task<Guid> OpenPublicAsync(this Site site, Visitor organiser, params (string Field, string? Value)[] values)
    {
        var id = await site.PreparePublicAsync(organiser, values);
        (await organiser.OpenAsync(id)).Shown(".notice-success").ShouldContain("figé et ouvert");
        return id;
    }

    /// <summary>Fills the ballot in and gives the address; what the screen says then.</summary>
    /// <param name="reading">How long the ballot is looked at.</param>
    public static async Task<Page> AskAsync(this Site site, Visitor visitor, Guid id, string address, string option = "o1", TimeSpan? reading = null)
    {
        var ballot = await visitor.GetAsync($"/votes/{id}/voter");
        site.Clock.Advance(reading ?? Reading);
        var review = await ballot.Form("main form.form-wide").With("q-q1", option).SubmitAsync("Relire mon vote");
        return await review.Form("main form.form-wide").With("Address", address).SubmitAsync("Recevoir le lien pour voter");
    }

    /// <summary>Asks, follows the link, presses the button; the receipt.</summary>
    public static async Task<string> VoteByMailAsync(this Site site, Guid id, string address, string option = "o1", TimeSpan? reading = null)
    {
        var visitor = site.Visitor();
        await site.AskAsync(visitor, id, address, option, reading);
        return Polls.ReceiptOf(await visitor.ConfirmAsync(await site.LinkAsync(address, "confirmer")));
    }

    public static async Task<Page> ConfirmAsync(this Visitor visitor, string link) => await (await visitor.GetAsync(link)).Form("main form").SubmitAsync("Confirmer mon vote");

    public static Task<List<string>> MailsToAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT subject || ' ' || text AS \"Value\" FROM mail_message WHERE recipient = {address} ORDER BY queued_utc").ToListAsync());

    /// <summary>The path of a link in the last mail to the address that has one.</summary>
    public static async Task<string> LinkAsync(this Site site, string address, string word) =>
        new Uri(Links().Matches(string.Join('\n', await site.MailsToAsync(address))).Select(match => match.Value).Last(link => link.Contains(word, StringComparison.Ordinal))).PathAndQuery;

    public static Task<List<QuarantinedVote>> QuarantineAsync(this Site site, Guid id) => site.InDatabaseAsync(db => db.Set<QuarantinedVote>().AsNoTracking().Where(row => row.BallotId == id).ToListAsync());

    public static Task<List<BoxHour>> HoursAsync(this Site site, Guid id) => site.InDatabaseAsync(db => db.Set<BoxHour>().AsNoTracking().Where(row => row.BallotId == id).OrderBy(row => row.HourUtc).ToListAsync());

    /// <summary>Makes the screen look at everything again, and the mails about it leave.</summary>
    public static async Task ScreenAsync(this Site site)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await site.RunJobAsync("ballot-screening");
        await site.CatchUpAsync();
    }

    /// <summary>Proposes for the only group that waits.</summary>
    public static async Task<Page> ProposeAsync(this Visitor officer, Guid id, bool keeps, string why = "Votes d’un programme.") =>
        await (await officer.GetAsync($"/admin/votes/{id}/verification?etat=Waiting")).Form("form[action*='handler=Propose']").With("Keeps", keeps ? "true" : "false").With("Why", why).SubmitAsync("Proposer");

    public static async Task<Page> DecideAsync(this Visitor officer, Guid id) => await (await officer.GetAsync($"/admin/votes/{id}/verification?etat=Proposed")).Form("form[action*='handler=Confirm']").SubmitAsync();

    [GeneratedRegex(@"https?://[^\s)]+")]
    private static partial Regex Links();
}
