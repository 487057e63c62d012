using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>
/// One line of an instrument, with its points in order of time. Where its beginning is known, nothing was counted before it
/// and the first point stands for all that came in since.
/// </summary>
internal sealed record Series(string Instance, IReadOnlyList<Tag> Tags, IReadOnlyList<Point> Points, Moment Begin);

/// <summary>Holds the newest points within the limits.</summary>
internal sealed class MetricStore(TelemetryLimits limits, Drops drops)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<InstrumentId, Instrument> _instruments = [];
    private readonly Beginnings _beginnings = new(limits);
    private int _series;
    private long _points;
    private long _bytes;

    public (int Series, long Points, long Bytes) Held
    {
        get
        {
            lock (_gate)
                return (_series, _points, _bytes);
        }
    }

    public IReadOnlyList<InstrumentInfo> Instruments(string? sender)
    {
        lock (_gate)
        {
            return [.. _instruments.Values.Select(instrument => instrument.Info)
                .Where(info => sender is null || info.Id.Sender == sender)
                .OrderBy(info => info.Id.Meter, StringComparer.Ordinal).ThenBy(info => info.Id.Name, StringComparer.Ordinal)];
        }
    }

    public InstrumentInfo? Find(InstrumentId id)
    {
        lock (_gate)
            return _instruments.GetValueOrDefault(id)?.Info;
    }

    /// <summary>The lines of an instrument, with the points since a moment and the one before it, from which a sum went on.</summary>
    public IReadOnlyList<Series> Read(InstrumentId id, Moment since)
    {
        lock (_gate)
        {
            return _instruments.TryGetValue(id, out var instrument)
                ? [.. instrument.Lines.Values.Select(line => line.Since(since))]
                : [];
        }
    }

    public void Add(IReadOnlyList<Measured> points)
    {
        lock (_gate)
        {
            foreach (var point in points)
                Add(point);
            _beginnings.Note(points);
            while (_bytes > limits.BytesPerSignal && _points > _series)
                ForgetOlderHalf();
        }
    }

    private void Add(Measured measured)
    {
        if (!_instruments.TryGetValue(measured.Instrument.Id, out var instrument) || instrument.Info.Kind != measured.Instrument.Kind)
        {
            if (instrument is not null)
                Remove(instrument);
            _instruments[measured.Instrument.Id] = instrument = new Instrument(measured.Instrument);
        }

        var key = new SeriesKey(measured.Instance, measured.Tags);
        if (!instrument.Lines.TryGetValue(key, out var line))
        {
            if (_series >= limits.Series)
            {
                drops.Add(Drop.PointsBeyondSeries, 1);
                return;
            }

            instrument.Lines.Add(key, line = new Line(measured.Instance, measured.Tags, _beginnings.Of(measured)));
            _series++;
        }

        _bytes += line.Add(measured.Point);
        _points++;
        if (line.Count > limits.PointsPerSeries)
            Forget(line, 1);
    }

    private void ForgetOlderHalf()
    {
        foreach (var line in _instruments.Values.SelectMany(instrument => instrument.Lines.Values))
            Forget(line, line.Count / 2);
    }

    private void Forget(Line line, int count)
    {
        _bytes -= line.Forget(count);
        _points -= count;
        drops.Add(Drop.OldPoints, count);
    }

    private void Remove(Instrument instrument)
    {
        foreach (var line in instrument.Lines.Values)
            Forget(line, line.Count);
        _series -= instrument.Lines.Count;
    }

    private sealed record Instrument(InstrumentInfo Info)
    {
        public Dictionary<SeriesKey, Line> Lines { get; } = [];
    }

    private sealed class Line(string instance, IReadOnlyList<Tag> tags, Moment begin)
    {
        private readonly Queue<Point> _points = new();
        private Moment _begin = begin;
        private Moment _last;

        public int Count => _points.Count;

        public long Add(Point point)
        {
            // A point out of order would make a line run backwards; at the same moment the later one does no harm.
            _last = point.Time > _last ? point.Time : _last;
            var kept = point with { Time = _last };
            _points.Enqueue(kept);
            return kept.Size;
        }

        public long Forget(int count)
        {
            long bytes = 0;
            if (count > 0)
                _begin = default;
            for (var i = 0; i < count; i++)
                bytes += _points.Dequeue().Size;
            return bytes;
        }

        public Series Since(Moment since)
        {
            var points = new List<Point>();
            Point? before = null;
            foreach (var point in _points)
            {
                if (point.Time >= since)
                    points.Add(point);
                else
                    before = point;
            }

            if (before is not null && points.Count > 0)
                points.Insert(0, before);
            return new Series(instance, tags, points, before is null ? _begin : default);
        }
    }

    /// <summary>Equal for the same instance with the same tags.</summary>
    private readonly struct SeriesKey(string instance, IReadOnlyList<Tag> tags) : IEquatable<SeriesKey>
    {
        private readonly string _instance = instance;
        private readonly IReadOnlyList<Tag> _tags = tags;

        public bool Equals(SeriesKey other) => _instance == other._instance && _tags.SequenceEqual(other._tags);

        public override bool Equals(object? obj) => obj is SeriesKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_instance);
            foreach (var tag in _tags)
                hash.Add(tag);
            return hash.ToHashCode();
        }
    }
}
