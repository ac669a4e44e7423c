using System.Text.Json;
using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Contracts;
using EssConsult.Discussion.Privacy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class PrivacyTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    [Theory, OnBothDatabases]
    public async Task Everything_a_person_did_is_in_their_export(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = await TakePartAsync(site);

        var export = JsonSerializer.SerializeToNode(await site.UseAsync<DiscussionData, object?>(data => data.ExportAsync(person, CancellationToken.None)))!;

        export["Comments"]!.AsArray().Select(comment => comment!["Body"]!.ToString()).ShouldBe(["Mon avis"]);
        foreach (var list in new[] { "Supports", "Reports" })
        {
            export[list]!.AsArray().ShouldHaveSingleItem()!["ContentItemId"]!.ToString().ShouldBe(item);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_with_the_texts_leaves_no_word_and_no_id_and_the_supports_as_counted(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = await TakePartAsync(site);

        await EraseAsync(site, person, keepTexts: false);

        (await site.CountsAsync(item)).ShouldSatisfyAllConditions(
            counts => counts.Comments.ShouldBe(0), counts => counts.Supports.ShouldBe(1), counts => counts.OpenReports.ShouldBe(1));
        (await site.StoredAsync(item)).ShouldBe((0, 1));
        var page = await site.Visitor().GetAsync("/discussion/" + item);
        page.Html.ShouldNotContain("Mon avis");
        page.Has(".comment-removed").ShouldBeTrue();
        (await site.InDatabaseAsync(db => db.Set<Supports.Support>().CountAsync(support => support.PersonId == person))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.Set<Comment>().CountAsync(comment => comment.AuthorId == person && comment.Body != ""))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_the_name_alone_leaves_the_words_to_nobody(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = await TakePartAsync(site);

        await EraseAsync(site, person, keepTexts: true);

        var page = await site.Visitor().GetAsync("/discussion/" + item);
        (page.Text(".comment-body"), page.Text(".comment-author")).ShouldBe(("Mon avis", "Nom retiré"));
    }

    /// <summary>Somebody without an account any more, who had commented, supported, followed and reported.</summary>
    private async Task<(string Item, string Person)> TakePartAsync(Site site)
    {
        var (item, person) = (sites.Owner.Item(), People.NewId());
        await site.CommentAsync(item, person, "Mon avis");
        await site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, person, CancellationToken.None));
        await site.FollowAsync(item, person);
        await site.UseAsync<IReports>(reports => reports.OpenAsync(new NewReport(item, Motive.Spam, person) { ReporterId = person }, CancellationToken.None));
        return (item, person);
    }

    private static async Task EraseAsync(Site site, string person, bool keepTexts)
    {
        await site.InDatabaseAsync(async db =>
        {
            db.Publish(new PersonErased(person, keepTexts));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }
}
