using System.Globalization;
using NewsAlerts.Feeds;

namespace NewsAlerts.Polling.Shards;

/// <summary>Which feed is in which shard, while feeds are placed.</summary>
internal sealed class ShardPlan
{
    private readonly SortedDictionary<string, HashSet<string>> _shards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shardOfFeed = [];
    private readonly Dictionary<string, string> _shardOfHost = [];

    /// <summary>Starts from what is assigned; a feed that is assigned twice stays where it comes first.</summary>
    public ShardPlan(IReadOnlyDictionary<string, IEnumerable<string>> assigned)
    {
        foreach (var (shard, urls) in assigned.OrderBy(shard => shard.Key, StringComparer.Ordinal))
        {
            _shards[shard] = [];
            foreach (var url in urls.Where(url => !_shardOfFeed.ContainsKey(url)))
            {
                Put(url, shard);
            }
        }
    }

    /// <summary>The feeds of each shard.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Shards => _shards;

    /// <summary>Finds a shard for a feed, unless it has one: its host's, else the first with room, else a new one.</summary>
    public void Place(string url)
    {
        if (_shardOfFeed.ContainsKey(url))
        {
            return;
        }

        if (!_shardOfHost.TryGetValue(WebAddress.HostOf(url), out var shard) || !HasRoom(shard))
        {
            shard = _shards.Keys.FirstOrDefault(HasRoom) ?? NewName();
        }

        Put(url, shard);
    }

    private bool HasRoom(string shard) => _shards[shard].Count < FeedShard.Capacity;

    private string NewName()
    {
        var number = 1;
        string name;
        while (_shards.ContainsKey(name = number.ToString("d4", CultureInfo.InvariantCulture)))
        {
            number++;
        }

        _shards[name] = [];
        return name;
    }

    private void Put(string url, string shard)
    {
        _shards[shard].Add(url);
        _shardOfFeed[url] = shard;
        _shardOfHost[WebAddress.HostOf(url)] = shard;
    }
}
