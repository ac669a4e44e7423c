using System.Text;
using System.Text.Json;
using CsCheck;
using EssConsult.Tickets.Attendance;
using EssConsult.Tickets.Keys;

namespace EssConsult.Tickets.Tests;

public sealed class AttendanceTests
{
    private static readonly string Signed = SignedAttendance.Sign(Sample.Statement, Sample.Key).Text;

    [Fact]
    public void The_text_reads_as_it_was_agreed() => Sample.Statement.ToText().ShouldBe("""
        ESSCONSULT-PRESENCE-1
        event: Plénière de l’économie sociale et solidaire : « Œuvrer ensemble »
        place: Cité des congrès, Nantes
        start: 2027-03-12T09:00+01:00
        end: 2027-03-12T12:30+01:00
        minutes: 210
        name: Anne-Cécile Lefœuvre
        organisation: SCOP L’Œil du Phare
        issuer: Nantes Métropole
        number: AP-0042
        issued: 2027-03-13

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_signed_statement_is_genuine() => Read(Signed).ShouldBe(new AttendanceReading(AttendanceVerdict.Genuine, Sample.Statement));

    [Fact]
    public void Any_name_and_title_survive() => Gen.Select(Gen.String[0, 40], Gen.String[0, 40], Gen.Int[0, 10_000]).Sample(
        (name, title, minutes) =>
        {
            // A lone surrogate is no text.
            var statement = Sample.Statement with { Name = Text(name), Event = Text(title), Minutes = minutes };
            var reading = Read(SignedAttendance.Sign(statement, Sample.Key).Text);
            return reading.Verdict == AttendanceVerdict.Genuine && reading.Statement!.ToText() == statement.ToText() && statement.ToText().Count(letter => letter == '\n') == 11;
        },
        iter: 300);

    [Fact]
    public void A_name_cannot_add_a_line()
    {
        var forged = Sample.Statement with { Name = "Anne\nminutes: 2100\r\nissuer: Somebody\u2028else\u0085" };

        forged.ToText().ShouldContain("\nname: Anne minutes: 2100 issuer: Somebody else\n");
    }

    [Fact]
    public void One_changed_bit_is_refused_wherever_it_stands()
    {
        var bytes = Encoding.UTF8.GetBytes(Signed);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var text = Encoding.UTF8.GetString(changed);

            // The line feed after the signature is outside it.
            if (text.TrimEnd('\n') != Signed.TrimEnd('\n'))
            {
                Read(text).Verdict.ShouldNotBe(AttendanceVerdict.Genuine, $"bit {bit}");
            }
        }
    }

    [Fact]
    public void Line_endings_of_another_system_do_not_matter() => Read(Signed.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n").Verdict.ShouldBe(AttendanceVerdict.Genuine);

    [Fact]
    public void Each_reason_has_its_verdict()
    {
        Read("").Verdict.ShouldBe(AttendanceVerdict.Unreadable);
        Read(Sample.Statement.ToText()).Verdict.ShouldBe(AttendanceVerdict.Unreadable);
        Read(Signed + "minutes: 2100\n").Verdict.ShouldBe(AttendanceVerdict.Unreadable);
        Read(Signed.Replace("PRESENCE-1", "PRESENCE-2", StringComparison.Ordinal)).Verdict.ShouldBe(AttendanceVerdict.UnknownVersion);
        Read(Signed.Replace("minutes: 210", "minutes: 310", StringComparison.Ordinal)).Verdict.ShouldBe(AttendanceVerdict.WrongSignature);
        SignedAttendance.Read(Signed, TicketKey.Create().Public).Verdict.ShouldBe(AttendanceVerdict.OtherKey);
    }

    [Fact]
    public void What_no_code_could_hold_is_not_signed() =>
        Should.Throw<ArgumentException>(() => SignedAttendance.Sign(Sample.Statement with { Event = new string('é', 700) }, Sample.Key));

    [Fact]
    public void The_example_that_is_shown_to_readers_is_genuine() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n").ShouldContain($"```\n{Signed}```");

    [Theory]
    [InlineData("minutes: 210", "minutes: 210", "true")]
    [InlineData("minutes: 210", "minutes: 310", "false")]
    public async Task A_third_party_verifies_it_with_a_tool_of_their_own(string written, string read, string answer)
    {
        var input = JsonSerializer.Serialize(new { file = Signed.Replace(written, read, StringComparison.Ordinal), pem = Sample.Key.Public.ToPem() });

        (await Node.RunAsync("verify-attendance.mjs", input, TestContext.Current.CancellationToken)).Trim().ShouldBe(answer);
    }

    private static AttendanceReading Read(string text) => SignedAttendance.Read(text, Sample.Key.Public);

    private static string Text(string letters) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(letters));
}
