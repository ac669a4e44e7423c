using System.Buffers;
using Lucene.Net.Analysis;

namespace EssConsult.Search.Analysis;

/// <summary>The typographic apostrophe and its look-alikes as the straight one; letter for letter, so that offsets stay those of the text.</summary>
internal sealed class StraightApostrophes(TextReader text) : CharFilter(text)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("’‘ʼ＇′");

    public override int Read(char[] buffer, int index, int count)
    {
        var read = m_input.Read(buffer, index, count);
        if (read > 0)
        {
            buffer.AsSpan(index, read).ReplaceAny(Marks, '\'');
        }

        return read;
    }

    protected override int Correct(int currentOff) => currentOff;
}
