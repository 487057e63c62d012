using System.Diagnostics;
using System.Xml;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.MessageGenerator;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// Messages of iJw read and judged in structure, against a bare XML reader over the same bytes; and what is alive in memory late in a
/// claim of half a gigabyte, against early in it.
/// </summary>
internal sealed class CareMessageReading : IRow
{
    private const double Megabyte = 1_000_000;
    private static readonly Bound s_speed = Bound.AtLeast(0.5);
    private static readonly Bound s_growth = Bound.AtMost(1.2);

    public string Name => "care-messages";

    public Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        // One municipality, so that claims are of some size.
        var files = new ChainGenerator(ChainPlan.Drenthe(3_000) with { Municipalities = ["0106"] }).Files()
            .Select(file => (file.Kind.Number, Bytes: BytesOf(file))).ToLookup(file => file.Number == 323, file => file.Bytes);
        return Task.FromResult<IReadOnlyList<Outcome>>(
        [
            Speed("claims of some 400 kB", [.. files[true]], plan, cancellationToken),
            Speed("messages about one client", [.. files[false]], plan, cancellationToken),
            Growth(plan.MessageBytes),
        ]);
    }

    private Outcome Speed(string what, IReadOnlyList<byte[]> files, Plan plan, CancellationToken cancellationToken)
    {
        Console.WriteLine($"  {files.Count:N0} {what}");
        Rate(files, ReadOurs, plan.WarmUp, cancellationToken);
        Rate(files, ReadBare, plan.WarmUp, cancellationToken);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            ours.Add(Rate(files, ReadOurs, plan.Round, cancellationToken));
            bare.Add(Rate(files, ReadBare, plan.Round, cancellationToken));
        }

        return new Outcome(Name, "MB/s", what, "a bare XmlReader", Quantile.Of(ours, 0.5), Quantile.Of(bare, 0.5), s_speed);
    }

    private static double Rate(IReadOnlyList<byte[]> files, Action<byte[]> read, TimeSpan length, CancellationToken cancellationToken)
    {
        var (started, bytes, next) = (Stopwatch.GetTimestamp(), 0L, 0);
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(files[next]);
            bytes += files[next].Length;
            next = (next + 1) % files.Count;
        }

        return bytes / Megabyte / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void ReadOurs(byte[] file)
    {
        if (!MessageReader.Read(new MemoryStream(file), new TakesAll()).IsSound)
            throw new InvalidOperationException("The file is wrong.");
    }

    private static void ReadBare(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            // Every node is passed, and none looked at.
        }
    }

    private Outcome Growth(long bytes)
    {
        Console.WriteLine($"  one claim of {bytes / Megabyte:N0} MB");
        var claim = new ClaimStream(bytes);
        var watch = new WatchesMemory(claim, bytes / 20);
        if (!MessageReader.Read(claim, watch, new ReadLimits { Bytes = long.MaxValue }).IsSound)
            throw new InvalidOperationException("The claim is wrong.");
        return new Outcome(Name, "kB", $"alive late in a claim of {bytes / Megabyte:N0} MB", "early in it", watch.Samples.Skip(1).Max() / 1000.0, watch.Samples[0] / 1000.0, s_growth);
    }

    private static byte[] BytesOf(GeneratedFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private class TakesAll : IMessageObserver
    {
        public virtual void Completed(MessagePart part)
        {
        }

        public virtual bool Takes(MessagePart part) => true;
    }

    private sealed class WatchesMemory(ClaimStream claim, long every) : TakesAll
    {
        public List<long> Samples { get; } = [];

        public override bool Takes(MessagePart part)
        {
            if (claim.Taken >= every * (Samples.Count + 1))
                Samples.Add(GC.GetTotalMemory(forceFullCollection: true));
            return true;
        }
    }
}
