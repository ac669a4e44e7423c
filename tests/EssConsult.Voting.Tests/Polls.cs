using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.BallotRecord;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;
using Ballot = EssConsult.Voting.Ballots.Ballot;

namespace EssConsult.Voting.Tests;

public sealed class VotingSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

/// <summary>What organisers and voters do, as pages let them.</summary>
internal static class Polls
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(2);

    public static Task<Visitor> OrganiserAsync(this Site site) => site.SignInAsync("VotingTeam", "AccessAdminPanel", "ManageBallots", "EditContent");

    /// <summary>A draft of one question; its id.</summary>
    public static async Task<Guid> PrepareAsync(this Site site, Visitor organiser, TallyMethod method, string title, params string[] options)
    {
        var page = await (await organiser.GetAsync("/admin/votes/nouveau")).Form("main form.form").With("Title", title).With("Method", method.ToString()).SubmitAsync("Continuer");
        var id = Guid.Parse(page.Url.Segments[^1]);
        if (options.Length > 0)
        {
            var form = (await organiser.GetAsync($"/admin/votes/{id}/questions/q1")).Form("form[action*='handler=Save']").With("Added", string.Join('\n', options));
            (await form.SubmitAsync("Enregistrer")).Shown(".notice-success").ShouldContain("Question enregistrée");
        }

        await site.SetAsync(organiser, id);
        return id;
    }

    /// <summary>Sets what the test names, and otherwise leaves what there is; it closes in two hours.</summary>
    public static async Task<Page> SetAsync(this Site site, Visitor organiser, Guid id, params (string Field, string? Value)[] values)
    {
        var form = (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Save']").With("Form.Closes", Wall(site.Clock.GetUtcNow().UtcDateTime + Length));
        foreach (var (field, value) in values)
        {
            _ = value is null ? form.Without(field, "true") : form.With(field, value);
        }

        return await form.SubmitAsync("Enregistrer");
    }

    public static async Task<Page> OpenAsync(this Visitor organiser, Guid id) => await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Open']").SubmitAsync();

    /// <summary>Makes a key, keeps its file, shows that it came through.</summary>
    public static async Task<byte[]> KeyAsync(this Visitor officer, Guid id, int position = 1, string phrase = "")
    {
        var token = (await officer.GetAsync($"/admin/votes/{id}")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var made = await officer.Client.PostAsync($"/admin/votes/{id}?handler=Key", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("position", $"{position}"), new("phrase", phrase)]));
        var file = await made.Content.ReadAsByteArrayAsync();
        JsonNode.Parse(file)!["ballot"]!.ToString().ShouldBe(id.ToString());
        (await officer.UploadAsync(id, "CheckKey", [file], [phrase])).Shown(".notice-success").ShouldContain("Ce fichier est bien une clé de ce vote");
        return file;
    }

    /// <summary>Gives key files to a handler of a vote's page.</summary>
    public static async Task<Page> UploadAsync(this Visitor officer, Guid id, string handler, IReadOnlyList<byte[]> keys, IReadOnlyList<string> phrases)
    {
        var token = (await officer.GetAsync($"/admin/votes/{id}")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (key, phrase) in keys.Zip(phrases))
        {
            var part = new ByteArrayContent(key);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            content.Add(part, "keys", "cle.json");
            content.Add(new StringContent(phrase), "phrases");
        }

        return await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/admin/votes/{id}?handler={handler}") { Content = content });
    }

    /// <summary>Fills the one question in, reads it again, casts; the page of the receipt, or the one that refuses.</summary>
    public static async Task<Page> VoteAsync(this Visitor voter, Guid id, params (string Field, string Value)[] answers)
    {
        var page = await voter.GetAsync($"/votes/{id}/voter");
        if (!page.Has("input[name=FormKey]"))
        {
            return page;
        }

        var form = page.Form("main form.form-wide");
        foreach (var (field, value) in answers)
        {
            form.With(field, value);
        }

        var review = await form.SubmitAsync("Relire mon vote");
        return review.Has("#relire") ? await review.Form("main form.form-wide").SubmitAsync("Voter") : review;
    }

    /// <summary>The text of what the page shows there; empty where there is nothing.</summary>
    public static string Shown(this Page page, string selector) => page.Text(selector) ?? string.Empty;

    public static string ReceiptOf(Page page) => page.Text(".receipt-code") ?? throw new InvalidOperationException(page.Shown("main"));

    public static async Task CloseAsync(this Site site)
    {
        site.Clock.Advance(Length + TimeSpan.FromMinutes(1));
        await site.RunJobAsync("ballot-clock");
    }

    public static async Task<Page> CountAsync(this Visitor organiser, Guid id) => await (await organiser.GetAsync($"/admin/votes/{id}")).Form("form[action*='handler=Count']").SubmitAsync("Dépouiller");

    public static Task<Ballot> BallotAsync(this Site site, Guid id) => site.InDatabaseAsync(db => db.Set<Ballot>().AsNoTracking().FirstAsync(ballot => ballot.Id == id));

    public static Task<List<Vote>> VotesAsync(this Site site, Guid id) => site.InDatabaseAsync(db => db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == id).ToListAsync());

    public static async Task<string> FileAsync(this Visitor reader, string path) => await reader.Client.GetStringAsync(path);

    private static string Wall(DateTime utc) => EssConsult.Kernel.Data.Clock.ToParis(utc).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
