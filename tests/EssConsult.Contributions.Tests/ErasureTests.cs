using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>Somebody takes part in everything, takes a copy and leaves: afterwards neither table, mail, index, page nor export knows them.</summary>
public sealed partial class ErasureTests
{
    private const string Name = "Zéphyrine Quatrevents";
    private const string Address = "zephyrine.quatrevents@exemple.fr";
    private const string NextAddress = "nouvelle.zephyrine@exemple.fr";

    [Theory]
    [OnBothDatabases("garder")]
    [OnBothDatabases("effacer")]
    public async Task Nothing_of_a_person_is_left_once_they_erased_their_account(Database database, string texts)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (process, author, neighbour) = (await site.OpenProcessAsync(), await SignUpAsync(site), await site.SignInAsync());
        var mine = await ContributionAsync(site, author, process, "Le verger des brindezingues", "Texte des brindezingues.");
        var theirs = await ContributionAsync(site, neighbour, process, "Une halle couverte", "Près des jardins.");
        await CommentAsync(author, theirs, "Un commentaire farfadet.");
        await CommentAsync(neighbour, mine, "Je réponds.");
        await (await author.GetAsync($"/discussion/{theirs}/soutien")).Form("form:has([name=Given])").SubmitAsync();
        await (await author.GetAsync($"/contribuer?demarche={process}")).Form("draft-form form").With("TitlePart.Title", "Un brouillon lutin").WithSector().SubmitAsync("Enregistrer le brouillon");
        await (await author.GetAsync("/compte/adresse")).Form().With("Email", NextAddress).SubmitAsync();
        await site.CatchUpAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync("news-digest");
        await site.RunJobAsync("mail-digest");
        await site.CatchUpAsync();
        var page = (await site.Visitor().GetAsync(await PathAsync(site, mine))).Html;
        page.ShouldContain(Name);

        var copy = await ExportAsync(author);
        await (await author.GetAsync("/compte/donnees")).Form("form:has([name=Sure])").With("Texts", texts).With("Sure", "true").SubmitAsync();
        await site.CatchUpAsync();

        foreach (var words in new[] { Address, Name, "Le verger des brindezingues", "Texte des brindezingues", "Un commentaire farfadet.", "Un brouillon lutin" })
        {
            copy.ShouldContain(words);
        }

        string[] gone = texts == "garder" ? [Name, "Zéphyrine", Address, NextAddress, "lutin"] : [Name, "Zéphyrine", Address, NextAddress, "lutin", "Texte des brindezingues", "farfadet"];
        var rows = await site.DumpAsync();
        gone.SelectMany(word => rows.Where(row => row.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        (await site.Visitor().GetAsync(await PathAsync(site, mine))).Html.ShouldNotContain(Name);
        (await site.Visitor().GetAsync("/contributions?tri=recent")).Html.ShouldNotContain(Name);
        (await site.Visitor().GetAsync("/contributions.json")).Html.ShouldNotContain(Name);
        if (texts == "effacer")
        {
            site.Clock.Advance(TimeSpan.FromSeconds(6));
            await Site.UntilAsync(() => Task.FromResult(!site.IndexHolds("brindezingue")), () => site.Clock.Advance(TimeSpan.FromSeconds(6)));
        }
    }

    private static async Task<Visitor> SignUpAsync(Site site)
    {
        var visitor = site.Visitor();
        var page = await (await visitor.GetAsync("/identification?retour=%2Fcompte")).Form().With("Email", Address).SubmitAsync();
        var mail = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {Address}").SingleAsync());
        page = await page.Form().With("Code", SixDigits().Match(mail).Value).SubmitAsync();
        await page.Form().With("DisplayName", Name).With("Age", "true").SubmitAsync();
        return visitor;
    }

    private static async Task<string> ContributionAsync(Site site, Visitor author, string process, string title, string text)
    {
        await author.ContributeAsync(process, title, text);
        await site.CatchUpAsync();
        return (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.Title == title))).ContentItemId;
    }

    private static async Task CommentAsync(Visitor visitor, string item, string text) =>
        await (await visitor.GetAsync($"/discussion/{item}/commenter")).Form("form:has([name=Body])").With("Body", text).SubmitAsync();

    private static async Task<string> PathAsync(Site site, string item) => "/" + (await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(row => row.ContentItemId == item))).Path;

    /// <summary>Every file of the export, as one text.</summary>
    private static async Task<string> ExportAsync(Visitor visitor)
    {
        var request = (await visitor.GetAsync("/compte/donnees")).Form("main form").Press();
        using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            texts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return string.Join('\n', texts);
    }

    [GeneratedRegex("(?m)(?<=^ *)[0-9]{6}$")]
    private static partial Regex SixDigits();
}
