namespace EssConsult.Mail.Tests;

public sealed class RetriesTests
{
    [Fact]
    public void A_message_is_tried_for_two_days_and_then_given_up()
    {
        var start = new DateTime(2027, 3, 3, 9, 0, 0, DateTimeKind.Utc);
        var message = new MailMessage { Recipient = "un@exemple.fr", Template = "welcome", Language = "fr", MessageId = "1@exemple.fr", DueUtc = start };
        var last = start;

        while (message.State == MailState.Waiting)
        {
            last = message.DueUtc;
            message.Attempt(last, overLimit: false).ShouldBeTrue();
            message.MarkFailed("451 later", permanent: false);
        }

        (last - start).ShouldBeInRange(TimeSpan.FromDays(2), TimeSpan.FromHours(50));
    }
}
