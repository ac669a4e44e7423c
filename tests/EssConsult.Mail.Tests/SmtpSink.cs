using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MimeKit;

namespace EssConsult.Mail.Tests;

/// <summary>A mail server on this machine that keeps what it is given: Debian's aiosmtpd, installed by ./test.sh. It ends with this process.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    // Addresses say how they want to be treated. « coupure » is taken, and its answer never comes the first time.
    private const string Script =
        """
        import asyncio, base64, json, sys
        from aiosmtpd.smtp import SMTP

        tries = {}
        # What the server itself refuses the first time: « greeting », « sender », or nothing.
        refusals = sys.argv[1:]

        def say(**line):
            print(json.dumps(line), flush=True)

        class Closed(asyncio.Protocol):
            def connection_made(self, transport):
                transport.write(b'554 5.3.2 closed for maintenance\r\n')
                transport.close()

        class Sink:
            async def handle_MAIL(self, server, session, envelope, address, options):
                if 'sender' in refusals:
                    refusals.remove('sender')
                    return '550 5.7.1 this sender may not'
                envelope.mail_from = address
                return '250 OK'

            async def handle_RCPT(self, server, session, envelope, address, options):
                tries[address] = tries.get(address, 0) + 1
                if address.startswith('inconnu'):
                    return f'550 5.1.1 <{address}>: nobody of that name'
                if address.startswith('plus-tard') and tries[address] <= 2:
                    return f'451 4.2.2 <{address}>: come back later'
                envelope.rcpt_tos.append(address)
                return '250 OK'

            async def handle_DATA(self, server, session, envelope):
                say(to=envelope.rcpt_tos[0], message=base64.b64encode(envelope.content).decode())
                if envelope.rcpt_tos[0].startswith('coupure') and tries[envelope.rcpt_tos[0]] == 1:
                    await asyncio.sleep(3600)
                return '250 OK'

        def answer(loop):
            if 'greeting' in refusals:
                refusals.remove('greeting')
                return Closed()
            return SMTP(Sink(), hostname='localhost', loop=loop)

        async def main():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda: answer(loop), '127.0.0.1', 0)
            say(port=server.sockets[0].getsockname()[1])
            await loop.run_in_executor(None, sys.stdin.read)

        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        """;

    private readonly Process process;
    private readonly Channel<(string To, MimeMessage Message)> received = Channel.CreateUnbounded<(string, MimeMessage)>();
    private readonly List<(string To, MimeMessage Message)> kept = [];

    private SmtpSink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <param name="refuses">What the server refuses once, whoever the recipient: <c>greeting</c> or <c>sender</c>.</param>
    public static async Task<SmtpSink> StartAsync(string? refuses = null)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Script, refuses ?? string.Empty]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("aiosmtpd did not start: ./test.sh installs Debian's python3-aiosmtpd.");
        var sink = new SmtpSink(process, JsonNode.Parse(first)!["port"]!.GetValue<int>());
        _ = sink.ListenAsync();
        return sink;
    }

    /// <summary>Settings of a site that sends here.</summary>
    public SiteOptions Options => new()
    {
        Settings = { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = Port.ToString(CultureInfo.InvariantCulture), ["Mail:Smtp:Security"] = "None", ["Mail:From"] = "site@exemple.fr" },
    };

    /// <summary>The next message to an address.</summary>
    public async Task<MimeMessage> NextAsync(string address)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (kept.FindIndex(mail => mail.To == address) is >= 0 and var place)
            {
                var found = kept[place];
                kept.RemoveAt(place);
                return found.Message;
            }

            kept.Add(await received.Reader.ReadAsync(limit.Token));
        }
    }

    public ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.Kill();
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var mail = JsonNode.Parse(line)!;
            using var bytes = new MemoryStream(Convert.FromBase64String(mail["message"]!.ToString()));
            received.Writer.TryWrite((mail["to"]!.ToString(), await MimeMessage.LoadAsync(bytes)));
        }
    }
}
