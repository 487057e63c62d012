using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.MessageGenerator;
using Regio.Procurement.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// Whole intake of iJw over gRPC: the file is stored sealed, judged, takes effect and is answered, in one transaction. Messages about
/// one client, lines of claims, and what the process holds of memory while a file of half a gigabyte comes in.
/// </summary>
internal sealed class CareIntake : IRow
{
    private const double Asked = 2_000;

    // As many messages as a gateway has waiting after a night; those that arrive at once share a transaction.
    private const int Callers = 128;
    private const double Mebibyte = 1024 * 1024;
    private const int PieceBytes = 256 * 1024;
    private const int SmallFileBytes = 20_000_000;
    private static readonly Bound s_speed = Bound.AtLeast(1.0);
    private static readonly Bound s_growth = Bound.AtMost(1.2);

    public string Name => "care-intake";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var service = await suite.StartServiceAsync(Suite.Procurement, cancellationToken);
        var intake = new Intake(new(service.Channel), () => suite.Options(time, cancellationToken, TimeSpan.FromMinutes(10), "contract-manager"));
        var files = new ChainGenerator(ChainPlan.Drenthe(plan.CareClients) with { Year = time.GetUtcNow().Year - 1 }).Files().Select(file => (file.Kind.Number, Bytes: BytesOf(file))).ToLookup(file => file.Number == 323);
        // Messages about one client build on each other; those about different clients do not. An answer to a request names no
        // client, so clients with requests are left out.
        var clients = files[false].GroupBy(file => ClientOf(file.Bytes)).Where(client => client.All(file => file.Number is 301 or 305 or 307))
            .Select(client => client.Select(file => file.Bytes).ToList()).ToList();
        // A service that has just started compiles what it runs, for some ten thousand messages; one that has run for a while is what is asked about.
        var (cold, warm) = (clients[..(clients.Count * 2 / 3)], clients[(clients.Count * 2 / 3)..]);
        await intake.AllAsync(cold, Callers, cancellationToken);
        var messages = warm.Sum(client => client.Count);
        Console.WriteLine($"  {messages:N0} messages about {warm.Count:N0} clients");
        var took = await intake.AllAsync(warm, Callers, cancellationToken);
        // Claims between the same two sides follow each other.
        var claims = files[true].Select(file => file.Bytes).ToList();
        var (first, rest) = (claims[..(claims.Count / 3)], claims[(claims.Count / 3)..]);
        await intake.AllAsync([first], atOnce: 1, cancellationToken);
        var lines = rest.Sum(LinesOf);
        Console.WriteLine($"  {rest.Count:N0} claims with {lines:N0} lines");
        var claimed = await intake.AllAsync([rest], atOnce: 1, cancellationToken);
        var before = await PeakAsync(service, intake, SmallFileBytes, cancellationToken);
        var large = await PeakAsync(service, intake, plan.MessageBytes, cancellationToken);
        return
        [
            new Outcome(Name, "messages/s", "messages about one client", "what is asked", messages / took.TotalSeconds, Asked, s_speed),
            new Outcome(Name, "lines/s", "lines of claims, one file after another", "what is asked of messages", lines / claimed.TotalSeconds, Asked, s_speed),
            new Outcome(Name, "MiB", $"resident while {plan.MessageBytes / 1_000_000:N0} MB come in", "while 20 MB do", large, before, s_growth),
        ];
    }

    private static async Task<double> PeakAsync(Service service, Intake intake, long bytes, CancellationToken cancellationToken)
    {
        Console.WriteLine($"  one file of {bytes / 1_000_000:N0} MB");
        var peak = 0L;
        await intake.SendAsync(() => new ClaimStream(bytes), () => peak = Math.Max(peak, service.ResidentBytes), cancellationToken);
        return peak / Mebibyte;
    }

    private static byte[] BytesOf(GeneratedFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static string ClientOf(byte[] message)
    {
        var start = message.AsSpan().IndexOf("Bsn>"u8);
        return start < 0 ? "" : Encoding.ASCII.GetString(message.AsSpan(start + 4, 9));
    }

    private static int LinesOf(byte[] claim)
    {
        var rest = claim.AsSpan();
        var count = 0;
        for (int at; (at = rest.IndexOf("<Prestatie>"u8)) >= 0; count++)
            rest = rest[(at + 1)..];
        return count;
    }

    private sealed class Intake(CareOrderService.CareOrderServiceClient client, Func<CallOptions> options)
    {
        /// <summary>Some rows of files at once, each file after the one before it in its row.</summary>
        public async Task<TimeSpan> AllAsync(IReadOnlyList<List<byte[]>> rows, int atOnce, CancellationToken cancellationToken)
        {
            var started = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (files, token) =>
            {
                foreach (var file in files)
                    await TakeAsync(file, token);
            });
            return Stopwatch.GetElapsedTime(started);
        }

        private async Task TakeAsync(byte[] file, CancellationToken cancellationToken)
        {
            var answer = await SendAsync(() => new MemoryStream(file), () => { }, cancellationToken);
            if (answer.Message.Outcome != CareMessageOutcome.Taken)
                throw new InvalidOperationException($"A message was not taken: {answer.Message.Summary} {string.Join(' ', answer.Findings.Select(finding => finding.Text))}");
        }

        public async Task<DeliverCareMessageResponse> SendAsync(Func<Stream> open, Action onPiece, CancellationToken cancellationToken)
        {
            string digest;
            await using (var once = open())
                digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(once, cancellationToken));
            using var call = client.DeliverCareMessage(options());
            await using var content = open();
            var buffer = new byte[PieceBytes];
            var header = new CareFileHeader { Sha256 = digest };
            for (int count; (count = await content.ReadAtLeastAsync(buffer, PieceBytes, throwOnEndOfStream: false, cancellationToken)) > 0; header = null)
            {
                var piece = new DeliverCareMessageRequest { Chunk = ByteString.CopyFrom(buffer, 0, count) };
                if (header is not null)
                    piece.Header = header;
                await call.RequestStream.WriteAsync(piece, cancellationToken);
                onPiece();
            }

            await call.RequestStream.CompleteAsync();
            return await call.ResponseAsync;
        }
    }
}
