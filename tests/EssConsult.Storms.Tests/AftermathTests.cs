using Microsoft.EntityFrameworkCore;

namespace EssConsult.Storms.Tests;

/// <summary>The control of the storms: each kind of damage is seen where it is, and nothing where there is none.</summary>
public sealed class AftermathTests(AftermathTests.CalmSites sites) : IClassFixture<AftermathTests.CalmSites>
{
    private const string Mine = "(SELECT content_item_id FROM contribution WHERE title = 'Tempête de papier')";

    public static TheoryData<string, string> Damages => new()
    {
        { "DELETE FROM contribution WHERE title = 'Tempête de papier'", "acknowledged and lost" },
        { "DELETE FROM contribution WHERE title = 'Tempête de papier'", "a text without its record" },
        { "DELETE FROM contribution WHERE title = 'Tempête de papier'", "an event without what it is about" },
        { "UPDATE contribution SET state = 'Draft' WHERE title = 'Tempête de papier'", "acknowledged and lost" },
        { "UPDATE contribution SET state = 'Submitted' WHERE title = 'Tempête de papier'", "accepted and not published" },
        { "UPDATE contribution SET title = 'Autre chose' WHERE title = 'Tempête de papier'", "acknowledged and changed" },
        { $"DELETE FROM content WHERE content_item_id IN {Mine}", "not exactly one current text" },
        { $"UPDATE content SET published = false WHERE content_item_id IN {Mine}", "do not agree about being published" },
        { $"UPDATE content SET json = replace(json, 'Fin de Tempête de papier.', '') WHERE content_item_id IN {Mine}", "the text is cut off" },
        { $"DELETE FROM content_path WHERE content_item_id IN {Mine}", "no address" },
        { $"DELETE FROM content_term WHERE content_item_id IN {Mine}", "not counted in its sector" },
        { $"DELETE FROM outbox WHERE type = 'ContributionSubmitted' AND subject IN {Mine}", "0 events « submitted » instead of 1" },
        { $"INSERT INTO outbox (type, subject, payload, at_utc) SELECT type, subject, payload, at_utc FROM outbox WHERE type = 'ContributionPublished' AND subject IN {Mine}", "2 events « published » instead of 1" },
        { $"DELETE FROM outbox WHERE type = 'ContentPublished' AND subject IN {Mine}", "0 events « content published » instead of 1" },
        { $"DELETE FROM follow WHERE content_item_id IN {Mine}", "0 follows by the author instead of 1" },
        { "DELETE FROM mail_message WHERE template = 'contribution-published'", "0 mails to the author instead of 1" },
        { $"UPDATE mail_message SET template = 'contribution-published', text = '« Tempête de papier »' WHERE template = 'sign-in-code'", "2 mails to the author instead of 1" },
        { "INSERT INTO outbox_parked (handler, position, type, payload, error, at_utc) SELECT 'AuthorMails', position, type, payload, '', at_utc FROM outbox WHERE position = 1", "an event was set aside" },
    };

    [Theory, MemberData(nameof(Damages))]
    public async Task Damage_is_seen(string damage, string sentence)
    {
        foreach (var database in Enum.GetValues<Database>())
        {
            var (site, sent) = await sites.CalmAsync(database);
            await site.InDatabaseAsync(async db =>
            {
                // Never committed: the next damage finds everything whole.
                await using var transaction = await db.Database.BeginTransactionAsync();
                var connection = db.Database.GetDbConnection();
                (await Aftermath.InspectAsync(connection, [sent], [sent.Id])).ShouldBeEmpty();

                await db.Database.ExecuteSqlRawAsync(damage);

                string.Join(Environment.NewLine, await Aftermath.InspectAsync(connection, [sent], [sent.Id])).ShouldContain(sentence);
            });
        }
    }

    /// <summary>Sites with one contribution, sent and accepted.</summary>
    public sealed class CalmSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" })
    {
        private readonly Dictionary<Database, Acknowledged> sent = [];

        internal async Task<(Site Site, Acknowledged Sent)> CalmAsync(Database database)
        {
            var site = await OnAsync(database);
            if (!sent.TryGetValue(database, out var written))
            {
                await StormRecipe.PlayAsync(site.Folder, file => site.CommandAsync("recipe run", file));
                await site.CatchUpAsync();
                var (author, moderator) = (new Writer(site.Visitor(), StormRecipe.Citizens[0], StormRecipe.Moderated), new Moderator(site.Visitor(), StormRecipe.Moderators[0]));
                await (await site.Visitor().GetAsync("/identification")).Form().With("Email", "une-autre@example.org").SubmitAsync();
                await author.EnterAsync();
                await author.PrepareAsync("Tempête de papier");
                sent[database] = written = (await author.SendAsync())!;
                await moderator.EnterAsync();
                await moderator.AcceptAsync([written.Id], _ => { });
                await site.CatchUpAsync();
            }

            return (site, written);
        }
    }
}
