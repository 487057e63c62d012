using Xunit;

namespace Regio.Testing.Rpcs;

/// <summary>
/// The table over all rpcs of a service: each rpc × each way to call it wrongly, with the code, the reason and the field that
/// the caller is told, and nothing changed. A test project derives one class from it. The rpcs are those that the service
/// has mapped, so one that is added is in the table by itself; CONTRIBUTING says when it needs a sample.
/// </summary>
public abstract class EveryRpcTests(IServiceUnderTest host)
{
    [Fact]
    public Task Nothing_answers_without_a_token_that_is_to_be_believed() => EachAsync(AccessChecks.TokensAsync);

    [Fact]
    public Task A_role_is_let_in_where_a_policy_says_so_and_nowhere_else() => EachAsync(AccessChecks.RolesAsync);

    [Fact]
    public Task Bytes_that_are_not_the_message_are_refused() => EachAsync(MessageChecks.MalformedAsync);

    [Fact]
    public Task A_message_over_the_limit_is_refused() => EachAsync(MessageChecks.TooLargeAsync);

    [Fact]
    public Task A_message_that_is_too_deep_is_refused() => EachAsync(MessageChecks.TooDeepAsync);

    [Fact]
    public Task An_empty_request_names_what_is_missing() => EachAsync(FieldChecks.EmptyAsync);

    [Fact]
    public Task A_malformed_id_is_named() => EachAsync(FieldChecks.MalformedIdsAsync);

    [Fact]
    public Task An_unknown_id_is_named() => EachAsync(FieldChecks.UnknownIdsAsync);

    [Fact]
    public Task A_number_beyond_all_meaning_is_judged_and_not_stumbled_over() => EachAsync(ExtremeChecks.NumbersAsync);

    [Fact]
    public Task A_choice_that_is_not_known_is_named() => EachAsync(ExtremeChecks.ChoicesAsync);

    [Fact]
    public Task A_text_that_cannot_be_kept_is_named() => EachAsync(ExtremeChecks.ControlCharactersAsync);

    [Fact]
    public Task A_text_that_is_too_long_is_named() => EachAsync(ExtremeChecks.LongTextsAsync);

    [Fact]
    public Task A_page_has_a_size_within_bounds() => EachAsync(ListChecks.SizesAsync);

    [Fact]
    public Task A_page_token_of_another_query_is_refused() => EachAsync(ListChecks.TokensAsync);

    [Fact]
    public Task A_request_id_has_one_effect_and_one_answer() => EachAsync(WriteChecks.RequestIdAsync);

    [Fact]
    public Task A_stale_etag_is_refused() => EachAsync(WriteChecks.StaleEtagAsync);

    [Fact]
    public Task A_deadline_cancels_what_goes_on_in_the_database() => SomeAtOnceAsync(DeadlineChecks.CancelAsync);

    [Fact]
    public Task A_limited_token_reaches_what_its_policy_says() => EachAsync(ReachChecks.OwnDataAsync);

    [Fact]
    public Task Who_may_call_what_is_written_down_as_it_is() => AccessMatrix.CheckAsync(MappedRpcs.Of(host.Services));

    [Fact]
    public Task Reflection_lists_exactly_the_services_that_are_mapped() => ReflectionCheck.ListsAsync(host, MappedRpcs.Of(host.Services));

    // For whoever works on one rpc and would not wait for all of them.
    private static bool IsWanted(Rpc rpc) =>
        Environment.GetEnvironmentVariable("REGIO_RPC") is not { Length: > 0 } name || rpc.Name.Contains(name, StringComparison.OrdinalIgnoreCase);

    private Task EachAsync(Func<Trial, Task> check) => SomeAtOnceAsync(trials => check(trials[0]), atOnce: 1);

    private async Task SomeAtOnceAsync(Func<IReadOnlyList<Trial>, Task> check, int atOnce = 8)
    {
        var samples = Samples.From(GetType().Assembly, host);
        var faults = new List<string>();
        foreach (var rpcs in MappedRpcs.Of(host.Services).Where(IsWanted).Chunk(atOnce))
        {
            Trial[] trials = [.. rpcs.Select(rpc => new Trial(host, samples, rpc))];
            await check(trials);
            faults.AddRange(trials.SelectMany(trial => trial.Faults));
        }

        if (faults.Count > 0)
            throw new RpcTableException(faults);
    }
}

/// <summary>One or more rpcs are not as all rpcs are.</summary>
public sealed class RpcTableException(IReadOnlyList<string> faults)
    : Exception($"{faults.Count} not as expected:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
