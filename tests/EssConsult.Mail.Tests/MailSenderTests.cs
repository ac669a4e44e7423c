using EssConsult.Mail.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Mail.Tests;

public sealed class MailSenderTests
{
    [Theory, OnBothDatabases]
    public async Task A_message_that_cannot_be_made_holds_up_neither_the_others_nor_the_site(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.QueueAsync("bancal@exemple.fr", message => message with { MessageId = "<" });
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.QueueAsync("droit@exemple.fr");

        (await SettledAsync(site, "droit@exemple.fr")).State.ShouldBe(MailState.Sent);
        var odd = await SettledAsync(site, "bancal@exemple.fr");
        (odd.State, odd.Attempts).ShouldBe((MailState.Waiting, 1));
        site.Log.ToString().ShouldContain(odd.Id.ToString());
        site.Log.ToString().ShouldNotContain("bancal@exemple.fr");
    }

    [Theory]
    [InlineData("Mail:Smtp:Port", "smtp", "it must be a number from 1 to 65535")]
    [InlineData("Mail:Smtp:Port", "0", "it must be a number from 1 to 65535")]
    [InlineData("Mail:From", "le site", "it must be one e-mail address")]
    public async Task A_setting_that_cannot_be_keeps_the_site_from_starting_and_is_named(string name, string value, string sentence)
    {
        var refused = await Should.ThrowAsync<Exception>(() => Site.StartAsync(Database.Sqlite, new SiteOptions { Settings = { [name] = value } }));

        refused.ToString().ShouldContain($"{name} is « {value} »: {sentence}");
    }

    private static async Task<MailMessage> SettledAsync(Site site, string address)
    {
        MailMessage? found = null;
        await Site.UntilAsync(async () =>
        {
            found = await site.InDatabaseAsync(db => db.Set<MailMessage>().AsNoTracking().SingleAsync(message => message.Recipient == address));
            return found.SentUtc is not null || found.LastError is not null;
        }, meanwhile: site.Services.GetRequiredService<MailSignal>().Raise);
        return found!;
    }
}
