using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

public sealed class MailTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory, OnBothDatabases]
    public async Task A_queued_message_becomes_one_file_with_the_message_id_it_was_given(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();

        await site.Visitor().AskCodeAsync(address);
        var id = await SentAsync(site, address);

        var file = Directory.EnumerateFiles(Path.Combine(site.Folder, "mail"), "*.eml").Single(path => File.ReadAllText(path).Contains(address, StringComparison.Ordinal));
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain($"Message-Id: <{id}>");
    }

    [Theory, OnBothDatabases]
    public async Task Thirty_days_after_sending_nothing_says_to_whom_nor_what(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Settings = { ["recipe"] = "none" } });
        var address = Citizens.NewAddress();
        await site.Visitor().AskCodeAsync(address);
        await SentAsync(site, address);
        site.Clock.Advance(TimeSpan.FromDays(31));

        await site.RunJobAsync("mail-purge");

        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM mail_message WHERE recipient IS NOT NULL OR text IS NOT NULL").SingleAsync())).ShouldBe(0);
    }

    /// <summary>The message id, once the sender has marked the message.</summary>
    private static async Task<string> SentAsync(Site site, string address)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var id = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT message_id AS \"Value\" FROM mail_message WHERE recipient = {address} AND sent_utc IS NOT NULL").FirstOrDefaultAsync(limit.Token));
            if (id is not null)
            {
                return id;
            }

            await site.CatchUpAsync();
        }
    }
}
