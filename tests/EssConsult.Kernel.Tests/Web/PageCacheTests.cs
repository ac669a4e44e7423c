using EssConsult.Kernel.Data;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Web;

public sealed class PageCacheTests(ProbeSites sites) : IClassFixture<ProbeSites>
{
    /// <summary>The followers drop pages a moment after a commit, too: what an earlier test wrote must not drop the pages of the next.</summary>
    private async Task<Site> AtRestAsync(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.CatchUpAsync();
        return site;
    }

    [Fact]
    public async Task Two_browsers_never_receive_the_same_token()
    {
        var site = await AtRestAsync(Database.Sqlite);
        var tokens = new HashSet<string>();
        var (first, second) = (site.Visitor(), site.Visitor());

        foreach (var visitor in new[] { first, second, first, second, site.Visitor() })
        {
            var page = await visitor.GetAsync("/essai/formulaire");
            tokens.Add(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!).ShouldBeTrue();
            page.Headers.Contains("Age").ShouldBeFalse();
        }

        (await (await second.GetAsync("/essai/formulaire")).Form().With("Name", "jeton").SubmitAsync()).Url.AbsolutePath.ShouldBe("/essai/note");
    }

    /// <summary>The control: without a form the same mark does keep the page.</summary>
    [Theory, OnBothDatabases]
    public async Task A_page_without_a_form_is_kept_until_what_it_shows_changes(Database database)
    {
        var site = await AtRestAsync(database);
        (await site.Visitor().GetAsync("/essai/note?garde")).Queries.ShouldNotBeEmpty();

        var kept = await site.Visitor().GetAsync("/essai/note?garde");
        await site.InDatabaseAsync(async db =>
        {
            var note = db.Add(new ProbeMark { Family = "note", Name = "nouvelle" }).Entity;
            db.Publish(new NoteWritten(note.Id));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
        var fresh = await site.Visitor().GetAsync("/essai/note?garde");

        kept.Queries.ShouldBeEmpty();
        kept.Headers.Contains("Age").ShouldBeTrue();
        fresh.Text(".note").ShouldBe("nouvelle");
    }

    [Fact]
    public async Task A_page_that_changed_while_it_was_made_is_not_kept()
    {
        var site = await AtRestAsync(Database.Sqlite);
        await site.Visitor().GetAsync("/essai/note?changes=true");

        (await site.Visitor().GetAsync("/essai/note?changes=true")).Queries.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_commit_of_this_process_drops_a_page_before_it_is_answered()
    {
        var site = await AtRestAsync(Database.Sqlite);
        await site.Visitor().GetAsync("/essai/note?aussitot");
        await site.InDatabaseAsync(db =>
        {
            db.Publish(new NoteWritten("now"));
            return db.SaveChangesAsync();
        });

        (await site.Visitor().GetAsync("/essai/note?aussitot")).Queries.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_browser_that_has_opened_a_form_still_reads_kept_pages_and_each_language_its_own()
    {
        var site = await AtRestAsync(Database.Sqlite);
        var visitor = site.Visitor();
        await visitor.GetAsync("/essai/formulaire");
        visitor.Cookies.Cookies.ShouldNotBeEmpty();

        await visitor.GetAsync("/essai/note?langue");
        var french = await visitor.GetAsync("/essai/note?langue");
        var english = await visitor.GetAsync("/en/essai/note?langue");

        french.Queries.ShouldBeEmpty();
        english.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task An_error_is_not_kept()
    {
        var site = await AtRestAsync(Database.Sqlite);

        (await site.Visitor().GetAsync("/nulle-part")).Headers.Contains("Age").ShouldBeFalse();
        (await site.Visitor().GetAsync("/nulle-part")).Headers.Contains("Age").ShouldBeFalse();
    }
}
