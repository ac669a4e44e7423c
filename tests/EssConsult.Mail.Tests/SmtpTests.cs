using EssConsult.Mail.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace EssConsult.Mail.Tests;

/// <summary>Mail that really goes out, to a real server.</summary>
public sealed class SmtpTests
{
    [Theory]
    [OnBothDatabases("", "votre code", "Voici votre code")]
    [OnBothDatabases("/en", "your code", "Here is your code")]
    public async Task A_code_arrives_as_text_and_as_html_in_the_readers_language(Database database, string prefix, string subject, string words)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var site = await Site.StartAsync(database, sink.Options);
        await AskCodeAsync(site, prefix, "maud@exemple.fr");

        var mail = await sink.NextAsync("maud@exemple.fr");

        mail.Subject.ShouldNotBeNull().ShouldContain(subject);
        mail.Body!.Headers[HeaderId.ContentLanguage].ShouldBe(prefix.Length == 0 ? "fr" : "en");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.From.Mailboxes.Single().Address.ShouldBe("site@exemple.fr");
        mail.To.Mailboxes.Single().Address.ShouldBe("maud@exemple.fr");
        mail.Body.ShouldBeOfType<MultipartAlternative>();
        mail.TextBody.ShouldNotBeNull().ShouldContain(words);
        mail.HtmlBody.ShouldNotBeNull().ShouldContain("<p class=\"code\">");
        var sent = await SentAsync(site, "maud@exemple.fr");
        sent.MessageId.ShouldBe(mail.MessageId);
    }

    [Theory, OnBothDatabases]
    public async Task A_recipient_who_does_not_exist_is_given_up_at_once_and_named_nowhere(Database database)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var site = await Site.StartAsync(database, sink.Options);
        await AskCodeAsync(site, string.Empty, "inconnu@exemple.fr");

        var refused = await MessageAsync(site, "inconnu@exemple.fr", message => message.State == MailState.Failed);

        refused.Attempts.ShouldBe(1);
        refused.LastError.ShouldNotBeNull().ShouldStartWith("550");
        refused.LastError.ShouldNotContain("inconnu@exemple.fr");
        site.Log.ToString().ShouldContain(refused.Id.ToString());
        site.Log.ToString().ShouldNotContain("inconnu@exemple.fr");
    }

    [Theory, OnBothDatabases]
    public async Task A_server_that_wants_it_later_gets_it_later_after_growing_pauses(Database database)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var site = await Site.StartAsync(database, sink.Options);
        await AskCodeAsync(site, string.Empty, "plus-tard@exemple.fr");

        var first = await MessageAsync(site, "plus-tard@exemple.fr", message => message is { Attempts: 1, LastError: not null });
        var pause = first.DueUtc - site.Clock.GetUtcNow().UtcDateTime;
        pause.ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        var second = await MessageAsync(site, "plus-tard@exemple.fr", message => message is { Attempts: 2 } && message.DueUtc > site.Clock.GetUtcNow().UtcDateTime && message.LastError is not null);
        (second.DueUtc - site.Clock.GetUtcNow().UtcDateTime).ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        (await SentAsync(site, "plus-tard@exemple.fr")).Attempts.ShouldBe(3);
        (await sink.NextAsync("plus-tard@exemple.fr")).MessageId.ShouldBe(first.MessageId);
    }

    [Theory]
    [InlineData("greeting", "554")]
    [InlineData("sender", "550")]
    public async Task What_the_server_refuses_to_everybody_is_tried_again(string refuses, string code)
    {
        await using var sink = await SmtpSink.StartAsync(refuses);
        await using var site = await Site.StartAsync(Database.Sqlite, sink.Options);
        await AskCodeAsync(site, string.Empty, "maud@exemple.fr");

        var refused = await MessageAsync(site, "maud@exemple.fr", message => message.LastError is not null);
        (refused.State, refused.LastError![..3]).ShouldBe((MailState.Waiting, code));
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        (await SentAsync(site, "maud@exemple.fr")).Attempts.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_message_that_was_taken_when_the_site_went_down_is_repeated_under_the_same_message_id(Database database)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var site = await Site.StartAsync(database, sink.Options);
        await AskCodeAsync(site, string.Empty, "coupure@exemple.fr");
        var taken = await sink.NextAsync("coupure@exemple.fr");

        await site.RestartAsync();
        (await MessageAsync(site, "coupure@exemple.fr", message => message.State == MailState.Waiting)).SentUtc.ShouldBeNull();
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await SentAsync(site, "coupure@exemple.fr");
        var repeated = await sink.NextAsync("coupure@exemple.fr");

        repeated.MessageId.ShouldBe(taken.MessageId);
        repeated.TextBody.ShouldBe(taken.TextBody);
    }

    /// <summary>
    /// Readers begin with what is committed after them, and PostgreSQL shows an event only once every older transaction of the server has
    /// ended: they look again by a clock that stands still here, so they are caught up with on both sides.
    /// </summary>
    private static async Task AskCodeAsync(Site site, string prefix, string address)
    {
        await site.CatchUpAsync();
        await (await site.Visitor().GetAsync(prefix + "/identification")).Form().With("Email", address).SubmitAsync();
        await site.CatchUpAsync();
    }

    private static Task<MailMessage> SentAsync(Site site, string address) => MessageAsync(site, address, message => message.State == MailState.Sent);

    [Fact]
    public async Task A_server_without_what_the_settings_ask_for_refuses_mail_for_now_and_the_site_goes_on()
    {
        await using var sink = await SmtpSink.StartAsync();
        var options = sink.Options;
        options.Settings["Mail:Smtp:User"] = "site";
        options.Settings["Mail:Smtp:Password"] = "secret";
        await using var site = await Site.StartAsync(Database.Sqlite, options);
        await AskCodeAsync(site, string.Empty, "un@exemple.fr");
        var first = await MessageAsync(site, "un@exemple.fr", message => message.LastError is not null);
        await AskCodeAsync(site, string.Empty, "deux@exemple.fr");
        var second = await MessageAsync(site, "deux@exemple.fr", message => message.LastError is not null);

        first.State.ShouldBe(MailState.Waiting);
        second.State.ShouldBe(MailState.Waiting);
        (await site.Visitor().GetAsync("/identification")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    /// <summary>The message to an address once it is so. The sender is woken each time: its own alarm is on the clock that stands still.</summary>
    private static async Task<MailMessage> MessageAsync(Site site, string address, Func<MailMessage, bool> isSo)
    {
        MailMessage? found = null;
        await Site.UntilAsync(async () =>
        {
            found = await site.InDatabaseAsync(db => db.Set<MailMessage>().AsNoTracking().SingleAsync(message => message.Recipient == address));
            await site.CatchUpAsync();
            return isSo(found);
        }, meanwhile: site.Services.GetRequiredService<MailSignal>().Raise);
        return found!;
    }
}
