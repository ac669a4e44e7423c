using System.Text.Encodings.Web;

namespace EssConsult.Queries.Sql;

/// <summary>What Liquid puts into a query stays inside the apostrophes that the author wrote around it. (Whatever came out of them would still be parsed like the rest.)</summary>
internal sealed unsafe class SqlTextEncoder : TextEncoder
{
    public static readonly SqlTextEncoder Instance = new();

    public override int MaxOutputCharactersPerInputCharacter => 2;

    public override int FindFirstCharacterToEncode(char* text, int textLength) => new ReadOnlySpan<char>(text, textLength).IndexOf('\'');

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        numberOfCharactersWritten = 0;
        if (!WillEncode(unicodeScalar) || bufferLength < 2)
        {
            return false;
        }

        (buffer[0], buffer[1], numberOfCharactersWritten) = ('\'', '\'', 2);
        return true;
    }

    public override bool WillEncode(int unicodeScalar) => unicodeScalar == '\'';
}
