using System.Security.Cryptography;
using System.Text;
using EssConsult.Voting.Casting;

namespace EssConsult.Voting.Secrecy;

/// <summary>
/// How a secret vote is kept until it is counted. Here an end-to-end verifiable protocol is plugged in: one whose envelopes are made on the
/// voter's device and whose count carries its proof.
/// </summary>
internal interface IBallotSealing
{
    /// <summary>Puts a choice away under the rule's keys, for one voter.</summary>
    SealedChoice Seal(BallotRule rule, string voterId, string choice);

    /// <summary>Takes the choice out of an envelope; null where it holds none of this vote and voter.</summary>
    /// <param name="privateKeys">In the order of the rule's keys.</param>
    string? Open(BallotRule rule, IReadOnlyList<byte[]> privateKeys, string voterId, byte[] envelope);
}

/// <summary>
/// Double envelope: the voter's name outside, the sealed choice inside. It is sealed on the server, one layer for each officer's key, the
/// first officer's outermost, and padded before, so that its length says nothing.
/// </summary>
internal sealed class DoubleEnvelope : IBallotSealing
{
    public SealedChoice Seal(BallotRule rule, string voterId, string choice)
    {
        var text = Encoding.UTF8.GetBytes(choice);
        var box = new byte[2 + Choices.Size(rule)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(box, checked((ushort)text.Length));
        text.CopyTo(box, 2);
        foreach (var key in rule.Keys.Reverse())
        {
            box = SealedBox.Seal(Convert.FromHexString(key), InfoOf(rule), Encoding.UTF8.GetBytes(voterId), box);
        }

        return new SealedChoice(box, null, ReceiptCode.Of(box));
    }

    public string? Open(BallotRule rule, IReadOnlyList<byte[]> privateKeys, string voterId, byte[] envelope)
    {
        foreach (var key in privateKeys)
        {
            if (SealedBox.Open(key, InfoOf(rule), Encoding.UTF8.GetBytes(voterId), envelope) is not { } inner)
            {
                return null;
            }

            envelope = inner;
        }

        var length = envelope.Length < 2 ? int.MaxValue : System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(envelope);
        return length > envelope.Length - 2 ? null : Encoding.UTF8.GetString(envelope, 2, length);
    }

    private static byte[] InfoOf(BallotRule rule) => Encoding.UTF8.GetBytes("EssConsult ballot " + rule.Id);
}

/// <summary>The open regime: the choice is kept readable.</summary>
internal static class OpenEnvelope
{
    public static SealedChoice Of(string choice) => new(null, choice, ReceiptCode.Of([.. RandomNumberGenerator.GetBytes(16), .. Encoding.UTF8.GetBytes(choice)]));
}

/// <summary>What a voter keeps: a hundred bits of the envelope's SHA-256, in letters that are read aloud without a doubt.</summary>
internal static class ReceiptCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20, Group = 5;

    public static string Of(byte[] envelope)
    {
        var hash = SHA256.HashData(envelope);
        var code = new StringBuilder();
        for (var place = 0; place < Length; place++)
        {
            var bits = place * 5;
            code.Append(place > 0 && place % Group == 0 ? "-" : string.Empty).Append(Alphabet[(((hash[bits / 8] << 8) | hash[(bits / 8) + 1]) >> (11 - (bits % 8))) & 31]);
        }

        return code.ToString();
    }

    /// <summary>As people type it: without lines between, in small letters, O for 0 and I or L for 1.</summary>
    public static string Clean(string? typed)
    {
        var letters = (typed ?? string.Empty).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1').Where(Alphabet.Contains).Take(Length).ToArray();
        return string.Join('-', letters.Chunk(Group).Select(group => new string(group)));
    }
}
