using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>Bytes changed at random: a finding with a place, or a message that is still right; never an exception.</summary>
public sealed class FuzzTests
{
    private static readonly byte[] s_signs = [0, 1, (byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)'/', (byte)' ', (byte)'\r', (byte)'9', (byte)'-', (byte)'!', (byte)'[', (byte)'?', 0x7F, 0x80, 0xBF, 0xC3, 0xED, 0xEF, 0xF4, 0xFF];

    public static TheoryData<int> All { get; } = [.. Enumerable.Range(0, Sent.Count)];

    private static IReadOnlyList<string> Sent =>
    [
        Samples.Assignment, Samples.Start, Samples.Stop, Samples.Request,
        Samples.ChangeRequest, Samples.Answer, Samples.Claim, Samples.ClaimAnswer,
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Two_thousand_changes_of_bytes_are_each_a_finding_or_nothing(int sample) => Fuzz(sample, 2_000);

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Category", "Long")]
    public void Two_hundred_thousand_changes_of_bytes_are_each_a_finding_or_nothing(int sample) => Fuzz(sample, 200_000);

    private static void Fuzz(int sample, int times)
    {
        var sound = Samples.Bytes(Sent[sample]);
        for (var seed = 0; seed < times; seed++)
        {
            var file = Spoil(sound, new Random(seed));
            try
            {
                Check(file);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Sample {sample}, seed {seed}: {exception}");
            }
        }
    }

    private static void Check(byte[] file)
    {
        var reading = MessageValidator.Validate(new MemoryStream(file));
        var lines = file.Count(sign => sign is (byte)'\n' or (byte)'\r') + 1;
        Assert.All(reading.Findings, finding =>
        {
            Assert.InRange(finding.Line, 1, lines);
            Assert.InRange(finding.Column, 1, file.Length + 1);
            Assert.StartsWith("/", finding.Path, StringComparison.Ordinal);
            Assert.NotEmpty(finding.Text);
        });
        Assert.Equal(reading.IsAccepted, reading.Findings.Count == 0);
        if (!reading.IsSound)
            return;
        // What is right in structure can be written again and be answered.
        MessageWriter.Write(reading.Message!, Stream.Null);
        var answer = reading.Message switch
        {
            Jw323 claim => ClaimAnswer.To(claim, reading.Findings, FoundBy.Stamp),
            Jw325 => null,
            var message => ReturnMessage.To(message!, reading.Findings, FoundBy.Stamp),
        };
        if (answer is not null)
            MessageWriter.Write(answer, Stream.Null);
    }

    private static byte[] Spoil(byte[] sound, Random chance)
    {
        var file = sound.ToList();
        for (var change = chance.Next(1, 4); change > 0; change--)
        {
            var at = chance.Next(file.Count);
            switch (chance.Next(6))
            {
                case 0:
                    file[at] = s_signs[chance.Next(s_signs.Length)];
                    break;
                case 1:
                    file[at] = (byte)chance.Next(256);
                    break;
                case 2:
                    file.Insert(at, s_signs[chance.Next(s_signs.Length)]);
                    break;
                case 3:
                    file.RemoveRange(at, Math.Min(file.Count - at, chance.Next(1, 40)));
                    break;
                case 4:
                    file.InsertRange(at, file.GetRange(at, Math.Min(file.Count - at, chance.Next(1, 200))));
                    break;
                default:
                    var other = chance.Next(file.Count);
                    (file[at], file[other]) = (file[other], file[at]);
                    break;
            }

            if (file.Count == 0)
                break;
        }

        return [.. file];
    }
}
