using CsCheck;
using EssConsult.Tickets.Keys;
using EssConsult.Tickets.Qr;

namespace EssConsult.Tickets.Tests;

public sealed class TicketCodeTests
{
    private static readonly string Code = TicketCode.Issue(Sample.Ticket, Sample.Key);

    [Fact]
    public void Whatever_is_issued_is_read_again() =>
        Sample.Tickets.Sample(ticket => Read(TicketCode.Issue(ticket, Sample.Key)) == new TicketReading(TicketVerdict.Genuine, ticket), iter: 200);

    [Fact]
    public void The_same_ticket_has_the_same_code() => TicketCode.Issue(Sample.Ticket, Sample.Key).ShouldBe(Code);

    [Fact]
    public void A_code_fits_a_QR_code_of_41_modules()
    {
        Code.Length.ShouldBe(TicketCode.Length);
        QrModules.Of(Code).Size.ShouldBe(41 + (2 * QrModules.QuietZone));
    }

    [Fact]
    public void One_changed_bit_is_refused_wherever_it_stands()
    {
        var bytes = Base45.Decode(Code)!;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            // The first byte is a version and a kind of seat: 1 and 1.
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Read(Base45.Encode(changed)).Verdict.ShouldBe(bit is >= 2 and < 8 ? TicketVerdict.UnknownVersion : TicketVerdict.WrongSignature, $"bit {bit}");
        }
    }

    [Fact]
    public void Another_sites_ticket_is_refused() => Read(TicketCode.Issue(Sample.Ticket, TicketKey.Create())).ShouldBe(new TicketReading(TicketVerdict.WrongSignature));

    [Fact]
    public void A_ticket_of_another_event_says_so()
    {
        var other = Sample.Ticket with { Event = EventKey.Of("workshop") };

        Read(TicketCode.Issue(other, Sample.Key)).ShouldBe(new TicketReading(TicketVerdict.OtherEvent, other));
    }

    [Fact]
    public void A_ticket_of_a_later_version_says_so_whatever_its_length()
    {
        Read(Base45.Encode([0x20, 1, 2, 3])).Verdict.ShouldBe(TicketVerdict.UnknownVersion);
        Read(Base45.Encode([0x1F, .. new byte[101]])).Verdict.ShouldBe(TicketVerdict.UnknownVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://nantes.example/")]
    [InlineData("\0")]
    [InlineData("😀")]
    [InlineData("BB8")]
    public void What_is_no_ticket_is_unreadable(string text) =>
        Read(text == "BB8" ? Base45.Encode([0x10, 0, 0]) : text).Verdict.ShouldBe(TicketVerdict.Unreadable);

    [Fact]
    public void Nothing_that_is_scanned_throws() => Gen.String.Sample(text => Read(text).Verdict != TicketVerdict.Genuine);

    [Fact]
    public void Spaces_that_a_reader_loses_at_the_start_and_a_newline_that_it_adds_do_not_matter()
    {
        var spaced = Enumerable.Range(0, 100_000).Select(i => EventKey.Of($"event {i}"))
            .First(key => TicketCode.Issue(Sample.Ticket with { Event = key }, Sample.Key).StartsWith(' '));
        var code = TicketCode.Issue(Sample.Ticket with { Event = spaced }, Sample.Key);

        TicketCode.Read(code.TrimStart() + "\r\n", Sample.Key.Public, spaced).Verdict.ShouldBe(TicketVerdict.Genuine);
    }

    [Fact]
    public void A_code_never_ends_with_a_space() => Sample.Tickets.Sample(ticket => TicketCode.Issue(ticket, Sample.Key)[^1] != ' ', iter: 200);

    [Fact]
    public void What_the_key_signs_for_another_use_is_no_ticket()
    {
        var payload = Base45.Decode(Code)!.AsSpan(0, 38);

        Read(Base45.Encode([.. payload, .. Sample.Key.Sign(payload)])).Verdict.ShouldBe(TicketVerdict.WrongSignature);
    }

    [Fact]
    public void A_ticket_in_a_log_does_not_tell_its_secret() => Sample.Ticket.ToString().ShouldContain("Secret = TicketSecret }");

    [Fact]
    public void A_kind_of_seat_that_does_not_exist_is_not_issued() =>
        Should.Throw<ArgumentOutOfRangeException>(() => TicketCode.Issue(Sample.Ticket with { Kind = (SeatKind)9 }, Sample.Key));

    private static TicketReading Read(string code) => TicketCode.Read(code, Sample.Key.Public, Sample.Plenary);
}
